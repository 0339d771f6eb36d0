"""Opens and locks accounts: what every use case of money begins with."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.money import CURRENCIES
from amigok_chassis.outbox import emit
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
    accounts = select(Account.id, Account.balance).where(Account.owner_id.in_(wanted), Account.kind != RECEIVABLE)
    if not wanted <= held:
        accounts = accounts.with_for_update(key_share=True)
        held |= wanted
    return {row.id: row.balance for row in await db.execute(accounts.order_by(Account.id))}


async def available(db: UnitOfWork, user_id: UUID, currency: str) -> int | None:
    """What a user can spend, in minor units, with their accounts locked; null where they have no wallet in it."""
    return (await lock(db, [user_id])).get(account_id(user_id, AVAILABLE, currency))


async def check_wallet(db: UnitOfWork, user_id: UUID) -> None:
    """Raises WalletMissing if the user can hold money in no currency."""
    if await db.scalar(select(Account.id).where(Account.owner_id == user_id).limit(1)) is None:
        raise WalletMissing


def check_positive(amount: Money) -> None:
    """Raises AmountNotPositive."""
    if amount.minor <= 0:
        raise AmountNotPositive
