"""Withdrawals as they are shown."""

from sqlalchemy import select

from amigok_chassis import standing
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.disputes.models import Dispute
from wallet.exits import service as exits
from wallet.withdrawals import destinations, names
from wallet.withdrawals.models import Withdrawal
from wallet.withdrawals.schemas import ReviewDetailOut, ReviewOut, WithdrawalOut

DISPUTES_SHOWN = 20


def to_owner(db: UnitOfWork, withdrawal: Withdrawal) -> WithdrawalOut:
    return WithdrawalOut.model_validate(_fields(db, withdrawal))


def to_administrator(db: UnitOfWork, withdrawal: Withdrawal) -> ReviewOut:
    return ReviewOut.model_validate(_fields(db, withdrawal))


async def whole(db: UnitOfWork, withdrawal: Withdrawal) -> ReviewDetailOut:
    """With the account it goes to and what is known of the user, for the administrator who decides."""
    known = await standing.of(db, withdrawal.user_id)
    disputes = select(Dispute.id).where(Dispute.user_id == withdrawal.user_id, Dispute.state == "opened")
    return ReviewDetailOut.model_validate(
        {
            **to_administrator(db, withdrawal).model_dump(),
            "destination": _destination(db, withdrawal),
            "account_status": known.status,
            "registered_at": known.registered_at,
            "kyc_status": known.kyc,
            "kyc_name": await names.of(db, withdrawal.user_id),
            "credentials_changed_at": known.credentials_changed_at,
            "exits_closed": await exits.closed(db, withdrawal.user_id),
            "open_disputes": list(await db.scalars(disputes.order_by(Dispute.id).limit(DISPUTES_SHOWN))),
        }
    )


def _fields(db: UnitOfWork, withdrawal: Withdrawal) -> dict[str, object]:
    account = _destination(db, withdrawal)
    row = {column.key: getattr(withdrawal, column.key) for column in Withdrawal.__table__.columns}
    return {**row, "amount": withdrawal.money, "account": account and destinations.masked(account)}


def _destination(db: UnitOfWork, withdrawal: Withdrawal) -> dict[str, str] | None:
    return None if withdrawal.sealed is None else destinations.unseal(db, withdrawal.id, withdrawal.sealed)
