"""Reads of entries."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from game.entries.machine import FROZEN
from game.entries.models import Entry


async def population(db: UnitOfWork, contest_id: UUID) -> Sequence[Entry]:
    """All entries that were frozen when a contest started, whatever became of them, in the order of their ids."""
    query = select(Entry).where(Entry.contest_id == contest_id, Entry.frozen_at.is_not(None))
    return (await db.scalars(query.order_by(Entry.id).execution_options(populate_existing=True))).all()


async def ranked(db: UnitOfWork, contest_id: UUID) -> Sequence[Entry]:
    """The entries of a contest that are ranked: those that were frozen and have not left."""
    return [entry for entry in await population(db, contest_id) if entry.state in FROZEN]
