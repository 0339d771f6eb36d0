"""Reads of payments for care."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from care.payments.models import Payment
from care.settings import Settings


async def of_request(db: UnitOfWork, request_id: UUID, *states: str) -> Sequence[Payment]:
    """Returns a request's payments, oldest first; only those in these states, if any are named."""
    query = select(Payment).where(Payment.request_id == request_id).order_by(Payment.id)
    if states:
        query = query.where(Payment.state.in_(states))
    return (await db.scalars(query.execution_options(populate_existing=True))).all()


async def stuck(db: UnitOfWork) -> int:
    """Counts payments that the wallet should have answered long ago."""
    late = clock.now() - db.settings(Settings).answer_within
    waiting = Payment.state.in_(("requested", "capturing", "charging"))
    return await db.scalar(select(func.count()).where(waiting, Payment.moved_at < late)) or 0
