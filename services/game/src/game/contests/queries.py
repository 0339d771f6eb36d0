"""Reads of contests."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.errors import ContestNotFound
from game.contests.models import Contest, Type
from game.contests.schemas import ContestOut, State


async def listed(db: UnitOfWork, contest_id: UUID) -> Contest:
    """A contest that everybody may see. Raises ContestNotFound, also for one that was never opened."""
    contest = await one(db, contest_id)
    if contest.opened_at is None:
        raise ContestNotFound
    return contest


async def one(db: UnitOfWork, contest_id: UUID) -> Contest:
    """A contest, whatever its state. Raises ContestNotFound."""
    contest = await db.get(Contest, contest_id)
    if contest is None:
        raise ContestNotFound
    return contest


async def page(
    db: UnitOfWork, paging: Paging, *, state: State | None, kind: Type | None, drafts: bool = False
) -> Page[ContestOut]:
    """Contests in this state and of this type, newest first. Raises InvalidCursor."""
    query = select(Contest)
    if not drafts:
        query = query.where(Contest.opened_at.is_not(None))
    if state is not None:
        query = query.where(Contest.state == state)
    if kind is not None:
        query = query.where(Contest.type == kind)
    rows, cursor = await paginate(db, query, paging, key=[Contest.id])
    return Page(items=[ContestOut.of(row) for row in rows], next_cursor=cursor)


async def titles(db: UnitOfWork, contest_ids: Collection[UUID]) -> dict[UUID, Contest]:
    """These contests, by id."""
    return {row.id: row for row in await db.scalars(select(Contest).where(Contest.id.in_(contest_ids)))}
