"""What every use case of money begins with."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_contracts import Money
from amigok_contracts.wallet import AccountOpened
from wallet.errors import AmountNotPositive, WalletMissing
from wallet.models import USER_KINDS, Account, account_id


async def open_accounts(db: AsyncSession, *, user_id: UUID, currency: str) -> None:
    """Makes the user able to hold money in a currency; says so the first time."""
    now = clock.now()
    opened = await db.execute(
        insert(Account)
        .values(
            [
                {
                    "id": account_id(user_id, kind, currency), "owner_id": user_id, "kind": kind,
                    "currency": currency, "balance": 0, "created_at": now,
                }
                for kind in USER_KINDS
            ]
        )
        .on_conflict_do_nothing()
        .returning(Account.id)
    )  # fmt: skip
    if opened.first() is not None:
        emit(db, AccountOpened(user_id=user_id, currency=currency))


async def check_wallet(db: AsyncSession, user_id: UUID) -> None:
    """Raises WalletMissing if the user can hold money in no currency."""
    if await db.scalar(select(Account.id).where(Account.owner_id == user_id).limit(1)) is None:
        raise WalletMissing


def check_positive(amount: Money) -> None:
    """Raises AmountNotPositive."""
    if amount.minor <= 0:
        raise AmountNotPositive
