"""Reads of refunds."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payments import queries as payments
from payment.payments.schemas import PaymentOut
from payment.refunds.models import REQUESTED, Refund
from payment.refunds.schemas import PaymentDetailOut, RefundOut

PATIENCE = timedelta(minutes=10)
"""By then the wallet should have answered."""


async def payment_with_refunds(db: UnitOfWork, payment_id: UUID, *, to: Principal) -> PaymentDetailOut:
    """Returns a payment and its refunds to its payer and to administrators. Raises PaymentNotFound."""
    payment = await payments.visible(db, payment_id, to=to)
    rows = await db.scalars(select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id))
    return PaymentDetailOut(**dict(PaymentOut.of(payment)), refunds=[RefundOut.of(row) for row in rows])


async def count_unanswered(db: UnitOfWork) -> int:
    """Counts refunds for which the wallet has not answered in time."""
    waiting = select(func.count()).where(REQUESTED, Refund.created_at < clock.now() - PATIENCE)
    return await db.scalar(waiting) or 0
