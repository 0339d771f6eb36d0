"""Whether a user may be deleted, as far as payment is concerned."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import PaymentDeletionChecked
from payment.disputes.models import Dispute
from payment.payments.models import STILL_OPEN, Payment
from payment.payouts.models import Payout
from payment.refunds.machine import OPEN
from payment.refunds.models import Refund


async def check_deletion(db: UnitOfWork, user_id: UUID, *, request_id: UUID) -> None:
    """Publishes which of the user's payments, refunds, payouts and disputes have not ended."""
    under_way = {
        "payments": exists().where(Payment.user_id == user_id, STILL_OPEN),
        "refunds": exists().where(Refund.user_id == user_id, Refund.state.in_(OPEN)),
        "payouts": exists().where(Payout.user_id == user_id, Payout.ended_at.is_(None)),
        "disputes": exists().where(Dispute.user_id == user_id, Dispute.state == "opened"),
    }
    row = (await db.execute(select(*(found.label(name) for name, found in under_way.items())))).one()
    obstacles = tuple(name for name, found in row._mapping.items() if found)
    emit(db, PaymentDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))
