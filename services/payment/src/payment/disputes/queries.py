"""Reads of disputes."""

from uuid import UUID

from prometheus_client import Gauge
from sqlalchemy import func, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.disputes.models import Dispute
from payment.disputes.schemas import DisputeOut, State

OPEN = Gauge("amigok_disputes_open", "Disputes that have not ended")


async def is_disputed(db: UnitOfWork, payment_id: UUID) -> bool:
    """Whether a payment has an open or a lost dispute."""
    query = select(Dispute.id).where(Dispute.payment_id == payment_id, Dispute.state != "won")
    return await db.scalar(query.limit(1)) is not None


async def has_open(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a user has an open dispute."""
    query = select(Dispute.id).where(Dispute.user_id == user_id, Dispute.state == "opened")
    return await db.scalar(query.limit(1)) is not None


async def listed(db: UnitOfWork, page: Paging, *, state: State) -> Page[DisputeOut]:
    """Lists the disputes in a state, oldest first."""
    query = select(Dispute).where(Dispute.state == state)
    rows, cursor = await paginate(db, query, page, key=(Dispute.id,), descending=False)
    return Page(items=[DisputeOut.of(row) for row in rows], next_cursor=cursor)


async def count_open(db: UnitOfWork) -> int:
    """Counts open disputes."""
    return await db.scalar(select(func.count()).where(Dispute.state == "opened")) or 0
