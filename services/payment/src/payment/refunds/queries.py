"""Reads of refunds."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from payment.due import MANY
from payment.refunds.models import Refund
from payment.refunds.schemas import RefundOut


async def of_payment(db: AsyncSession, payment_id: UUID) -> list[RefundOut]:
    """The refunds of a payment, the oldest first."""
    rows = await db.scalars(select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id))
    return [RefundOut.of(row) for row in rows]


async def stuck(db: AsyncSession) -> int:
    """How many refunds the provider does not tell of, though it was asked again and again."""
    query = select(func.count()).where(Refund.state == "unknown", Refund.attempts >= MANY)
    return await db.scalar(query) or 0
