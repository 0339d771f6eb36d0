"""Opens and locks accounts: what every use case of money begins with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, text

from amigok_chassis import clock
from amigok_chassis.money import CURRENCIES
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import AccountOpened
from wallet.accounts.errors import AmountNotPositive, WalletMissing
from wallet.accounts.models import AVAILABLE, HELD, RECEIVABLE, Account, account_id, revenue

_OPEN = text("""
    INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at, watched)
    SELECT id, owner_id, kind, currency, CASE WHEN owner_id IS NOT NULL THEN 0 END, :now, EXISTS (
        SELECT FROM user_standings WHERE user_id = owner_id AND status <> 'active'
        UNION ALL SELECT FROM exit_stops WHERE user_id = owner_id
        UNION ALL SELECT FROM disputes WHERE user_id = owner_id AND state = 'opened'
    )
    FROM unnest(CAST(:ids AS uuid[]), CAST(:owners AS uuid[]), CAST(:kinds AS text[]), CAST(:currencies AS text[]))
        AS wanted(id, owner_id, kind, currency)
    WHERE NOT EXISTS (SELECT FROM accounts WHERE accounts.id = wanted.id)
    ORDER BY id ON CONFLICT DO NOTHING RETURNING owner_id, kind, currency
""")
"""Existing accounts are left alone, because a conflict would wait for concurrent postings. New ones are inserted in the
order of their ids, by everybody."""

_LOCKED = "owners whose accounts are locked"


class Wanted(NamedTuple):
    """An account that is to be there. No owner: the platform's."""

    owner_id: UUID | None
    kind: str
    currency: str


async def open_accounts(db: UnitOfWork, *, user_id: UUID, currency: str) -> None:
    """Lets the user hold money in a currency, and publishes that the first time."""
    await open_all(db, wallet_of(user_id, currency))


def wallet_of(user_id: UUID, currency: str) -> list[Wanted]:
    """The accounts that a user needs to hold money in a currency."""
    return [Wanted(user_id, kind, currency) for kind in (AVAILABLE, HELD)]


def fees_of(fees: Iterable[str], currency: str) -> list[Wanted]:
    """The platform's accounts for fees of these kinds."""
    return [Wanted(None, revenue(fee), currency) for fee in fees]


async def open_all(db: UnitOfWork, wanted: Iterable[Wanted]) -> None:
    """Opens those that are not there, in currencies that are kept. Whoever locks accounts opens what they will post to
    before that."""
    accounts = sorted({each for each in wanted if each.currency in CURRENCIES}, key=lambda each: account_id(*each))
    if not accounts:
        return
    columns: dict[str, Sequence[object]] = {
        "ids": [account_id(*each) for each in accounts],
        "owners": [each.owner_id for each in accounts],
        "kinds": [each.kind for each in accounts],
        "currencies": [each.currency for each in accounts],
    }
    opened = (await db.execute(_OPEN, {**columns, "now": clock.now()})).all()
    for user_id, currency in sorted({(row.owner_id, row.currency) for row in opened if row.kind == AVAILABLE}):
        emit(db, AccountOpened(user_id=user_id, currency=currency))


async def open_receivable(db: UnitOfWork, *, user_id: UUID, currency: str) -> None:
    """Opens the account of what a user owes, under the lock on their accounts: nobody else takes its lock."""
    await open_all(db, [Wanted(user_id, RECEIVABLE, currency)])


async def lock(db: UnitOfWork, owners: Iterable[UUID]) -> dict[UUID, int]:
    """Takes the locks that postings of these users will need, in the one order. Returns balances by account id.

    Whoever locks a hold has done this first, and has opened before what it will post to: who holds a user's locks takes
    no more of them. An account that somebody opens meanwhile may come earlier in the order, and be locked by one who
    waits for the others.
    """
    wanted, held = set(owners), db.info.setdefault(_LOCKED, set())
    if wanted <= held:
        known = await balances_of(db, wanted)
        return {id: balance for balances in known.values() for id, balance in balances.items()}
    held |= wanted
    accounts = await db.lock(select(Account).where(*_theirs(wanted)).order_by(Account.id), key_share=True)
    return {account.id: account.balance or 0 for account in accounts}


def is_locked(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether this transaction has locked the user's accounts."""
    return user_id in db.info.get(_LOCKED, ())


async def balances_of(db: UnitOfWork, owners: Collection[UUID]) -> dict[UUID, dict[UUID, int]]:
    """What each of these users has now, in minor units by the ids of their accounts."""
    found: defaultdict[UUID, dict[UUID, int]] = defaultdict(dict)
    for row in await db.execute(select(Account.owner_id, Account.id, Account.balance).where(*_theirs(owners))):
        found[row.owner_id][row.id] = row.balance
    return found


def _theirs(owners: Collection[UUID]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return among(Account.owner_id, owners), Account.kind != RECEIVABLE


async def check_wallet(db: UnitOfWork, user_id: UUID) -> None:
    """Raises WalletMissing if the user can hold money in no currency."""
    if await db.scalar(select(Account.id).where(Account.owner_id == user_id).limit(1)) is None:
        raise WalletMissing


def check_positive(amount: Money) -> None:
    """Raises AmountNotPositive."""
    if amount.minor <= 0:
        raise AmountNotPositive
