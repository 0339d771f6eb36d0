"""What every use case of money begins with."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import AccountOpened
from wallet.errors import AmountNotPositive, WalletMissing
from wallet.models import USER_KINDS, Account, account_id

_OPEN = text("""
    INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at, watched)
    SELECT id, owner_id, kind, currency, 0, :now, EXISTS (
        SELECT FROM user_standings WHERE user_id = owner_id AND status <> 'active'
        UNION ALL SELECT FROM exit_stops WHERE user_id = owner_id
        UNION ALL SELECT FROM disputes WHERE user_id = owner_id AND state = 'opened'
    )
    FROM unnest(CAST(:ids AS uuid[]), CAST(:owners AS uuid[]), CAST(:kinds AS text[]), CAST(:currencies AS text[]))
        AS wanted(id, owner_id, kind, currency)
    WHERE NOT EXISTS (SELECT FROM accounts WHERE accounts.id = wanted.id)
    ORDER BY id ON CONFLICT DO NOTHING RETURNING owner_id, currency
""")
"""Those that are there are left alone, for a conflict would wait for whoever posts to them. New ones come in the order
of their ids, as others insert them, too."""


async def open_accounts(db: UnitOfWork, *, user_id: UUID, currency: str) -> None:
    """Makes the user able to hold money in a currency; says so the first time."""
    await open_all(db, [(user_id, currency)])


async def open_all(db: UnitOfWork, wanted: Iterable[tuple[UUID, str]]) -> None:
    """Does so for many users and currencies. Whoever takes the locks of accounts opens those that it needs before."""
    accounts = [
        {"ids": account_id(user_id, kind, currency), "owners": user_id, "kinds": kind, "currencies": currency}
        for user_id, currency in set(wanted)
        for kind in USER_KINDS
    ]
    if not accounts:
        return
    columns = {name: [account[name] for account in accounts] for name in accounts[0]}
    opened = (await db.execute(_OPEN, {**columns, "now": clock.now()})).all()
    for user_id, currency in sorted({(row.owner_id, row.currency) for row in opened}):
        emit(db, AccountOpened(user_id=user_id, currency=currency))


async def check_wallet(db: UnitOfWork, user_id: UUID) -> None:
    """Raises WalletMissing if the user can hold money in no currency."""
    if await db.scalar(select(Account.id).where(Account.owner_id == user_id).limit(1)) is None:
        raise WalletMissing


def check_positive(amount: Money) -> None:
    """Raises AmountNotPositive."""
    if amount.minor <= 0:
        raise AmountNotPositive
