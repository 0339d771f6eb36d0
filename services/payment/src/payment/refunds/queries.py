"""Reads of refunds."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from payment.due import MANY
from payment.refunds.models import REQUESTED, Refund
from payment.refunds.schemas import RefundOut

PATIENCE = timedelta(minutes=10)


async def of_payment(db: AsyncSession, payment_id: UUID) -> list[RefundOut]:
    """The refunds of a payment, the oldest first."""
    rows = await db.scalars(select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id))
    return [RefundOut.of(row) for row in rows]


async def stuck(db: AsyncSession) -> int:
    """How many refunds the provider does not tell of, asked again and again, or the wallet has not answered."""
    asked = Refund.due_at.is_not(None), Refund.attempts >= MANY
    silent = select(func.count()).where(*asked, Refund.state.in_(["held", "unknown"]))
    waiting = select(func.count()).where(REQUESTED, Refund.created_at < clock.now() - PATIENCE)
    return (await db.scalar(silent) or 0) + (await db.scalar(waiting) or 0)
