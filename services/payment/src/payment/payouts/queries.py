"""Reads of payouts."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payouts.machine import ASKED_ABOUT, State
from payment.payouts.models import Payout
from payment.payouts.schemas import PayoutOut

UNCLEAR = timedelta(hours=1)
"""By then a provider should have accepted a payout."""

SLOW = timedelta(days=7)
"""By then a bank should have completed it."""


async def payouts(db: UnitOfWork, *, state: State | None, stuck: bool, paging: Paging) -> Page[PayoutOut]:
    """Lists payouts, newest first. Raises InvalidCursor."""
    query = select(Payout)
    query = query.where(Payout.state == state) if state else query
    query = query.where(_stuck()) if stuck else query
    rows, cursor = await paginate(db, query, paging, key=[Payout.id])
    return Page(items=[PayoutOut.model_validate(row) for row in rows], next_cursor=cursor)


async def count_stuck(db: UnitOfWork) -> int:
    """Counts payouts that take too long."""
    return await db.scalar(select(func.count()).select_from(Payout).where(_stuck())) or 0


async def is_stuck(db: UnitOfWork, payout_id: UUID) -> bool:
    """Whether this payout takes too long."""
    return await db.scalar(select(Payout.id).where(Payout.id == payout_id, _stuck())) is not None


def _stuck() -> ColumnElement[bool]:
    now = clock.now()
    unclear = and_(Payout.state.in_(("requested", "unknown")), Payout.created_at < now - UNCLEAR)
    slow = and_(Payout.state == "processing", Payout.created_at < now - SLOW)
    contradicted = and_(Payout.state.in_(ASKED_ABOUT), Payout.due_at.is_not(None), Payout.ended_at < now - UNCLEAR)
    return or_(unclear, slow, contradicted)
