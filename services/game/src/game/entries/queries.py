"""Reads of entries."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests import queries as contests
from game.entries.machine import FROZEN, UNSETTLED
from game.entries.models import Entry
from game.entries.schemas import MyEntryOut, ParticipantOut, State
from game.settings import Settings

_CHUNK = 1000


async def population(db: UnitOfWork, contest_id: UUID) -> Sequence[Entry]:
    """All entries that were frozen when a contest started, whatever became of them, in the order of their ids."""
    query = select(Entry).where(Entry.contest_id == contest_id, Entry.frozen_at.is_not(None))
    return (await db.scalars(query.order_by(Entry.id).execution_options(populate_existing=True))).all()


async def ranked(db: UnitOfWork, contest_id: UUID) -> Sequence[Entry]:
    """The entries of a contest that are ranked: those that were frozen and have not left."""
    return [entry for entry in await population(db, contest_id) if entry.state in FROZEN]


async def each(db: UnitOfWork, contest_id: UUID, *where: ColumnElement[bool]) -> AsyncIterator[Entry]:
    """The entries of a contest that meet a condition, in the order of their ids, not all of them in memory at once.

    What is done to one is flushed before the next chunk is read.
    """
    query = select(Entry).where(Entry.contest_id == contest_id, *where).order_by(Entry.id).limit(_CHUNK)
    query = query.execution_options(populate_existing=True)
    chunk = (await db.scalars(query)).all()
    while chunk:
        for entry in chunk:
            yield entry
        await db.flush()
        last = chunk[-1].id
        for entry in chunk:
            db.expunge(entry)
        chunk = (await db.scalars(query.where(Entry.id > last))).all()


async def mine(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[MyEntryOut]:
    """What a user has entered, newest first, with its contests. Raises InvalidCursor."""
    rows, cursor = await paginate(db, select(Entry).where(Entry.owner_id == owner_id), paging, key=[Entry.id])
    known = await contests.titles(db, {row.contest_id for row in rows})
    items = [MyEntryOut.with_contest(row, known[row.contest_id]) for row in rows]
    return Page(items=items, next_cursor=cursor)


async def participants(
    db: UnitOfWork, paging: Paging, contest_id: UUID, *, state: State | None
) -> Page[ParticipantOut]:
    """The entries of a contest, oldest first. Raises ContestNotFound, InvalidCursor."""
    await contests.one(db, contest_id)
    query = select(Entry).where(Entry.contest_id == contest_id)
    if state is not None:
        query = query.where(Entry.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Entry.id], descending=False)
    return Page(items=[ParticipantOut.of(row) for row in rows], next_cursor=cursor)


async def stuck(db: UnitOfWork) -> int:
    """Counts fees that the wallet should have answered long ago."""
    late = clock.now() - db.settings(Settings).answer_within
    waiting = Entry.fee_state.in_(UNSETTLED)
    return await db.scalar(select(func.count()).where(waiting, Entry.fee_moved_at < late)) or 0
