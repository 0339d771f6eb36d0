"""Withdrawals as they are shown."""

from sqlalchemy.ext.asyncio import AsyncSession

from wallet.withdrawals import destinations, standings
from wallet.withdrawals.models import Withdrawal
from wallet.withdrawals.schemas import ReviewDetailOut, ReviewOut, WithdrawalOut


def to_owner(db: AsyncSession, withdrawal: Withdrawal) -> WithdrawalOut:
    return WithdrawalOut.model_validate(_fields(db, withdrawal))


def to_administrator(db: AsyncSession, withdrawal: Withdrawal) -> ReviewOut:
    return ReviewOut.model_validate(_fields(db, withdrawal))


async def whole(db: AsyncSession, withdrawal: Withdrawal) -> ReviewDetailOut:
    """With the account it goes to, for the administrator who decides."""
    standing = await standings.of(db, withdrawal.user_id)
    return ReviewDetailOut(
        **to_administrator(db, withdrawal).model_dump(),
        destination=_destination(db, withdrawal),
        kyc_status=standing.kyc_status,
        credentials_changed_at=standing.credentials_changed_at,
    )


def _fields(db: AsyncSession, withdrawal: Withdrawal) -> dict[str, object]:
    account = _destination(db, withdrawal)
    row = {column.key: getattr(withdrawal, column.key) for column in Withdrawal.__table__.columns}
    return {**row, "amount": withdrawal.money, "account": account and destinations.masked(account)}


def _destination(db: AsyncSession, withdrawal: Withdrawal) -> dict[str, str] | None:
    return None if withdrawal.sealed is None else destinations.unseal(db, withdrawal.id, withdrawal.sealed)
