"""Reads of refunds."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from payment.due import MANY
from payment.refunds.models import REQUESTED, Refund
from payment.refunds.schemas import RefundOut

PATIENCE = timedelta(minutes=10)

GIVEN = ("processing", "completed")
"""States in which the provider has given back, or is about to."""


async def of_payment(db: UnitOfWork, payment_id: UUID) -> list[RefundOut]:
    """The refunds of a payment, the oldest first."""
    rows = await db.scalars(select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id))
    return [RefundOut.of(row) for row in rows]


async def paid_by_user(db: UnitOfWork, payment_id: UUID) -> int:
    """What the provider has of a payment's user for refunds of it, in minor units."""
    theirs = Refund.payment_id == payment_id, Refund.charged_to == "user", Refund.destination == "provider"
    total = select(func.coalesce(func.sum(Refund.amount), 0)).where(*theirs, Refund.state.in_(GIVEN))
    return int(await db.scalar(total) or 0)


async def stuck(db: UnitOfWork) -> int:
    """How many refunds the provider does not tell of, asked again and again, or the wallet has not answered."""
    asked = Refund.due_at.is_not(None), Refund.attempts >= MANY
    silent = select(func.count()).where(*asked, Refund.state.in_(["held", "unknown"]))
    waiting = select(func.count()).where(REQUESTED, Refund.created_at < clock.now() - PATIENCE)
    return (await db.scalar(silent) or 0) + (await db.scalar(waiting) or 0)
