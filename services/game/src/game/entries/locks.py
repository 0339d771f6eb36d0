"""Locks on the contests that entries are in. Whoever changes an entry holds its contest."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries.machine import LIVE
from game.entries.models import Entry
from game.tables import Rank


async def _of_entries(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await _lock(db, among(Entry.id, ids))


async def _of_animals(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await _lock(db, among(Entry.livestock_id, ids), Entry.state.in_(LIVE))


async def _of_owners(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await _lock(db, among(Entry.owner_id, ids), Entry.state.in_(LIVE))


async def _lock(db: UnitOfWork, *theirs: ColumnElement[Any]) -> None:
    contests = select(Contest.id).where(Contest.id.in_(select(Entry.contest_id).where(*theirs)))
    await db.execute(contests.order_by(Contest.id).with_for_update(key_share=True))


OF_ENTRIES = Lock(Rank.CONTESTS, _of_entries)
"""Keys: ids of entries."""

OF_ANIMALS = Lock(Rank.CONTESTS, _of_animals)
"""Keys: ids of animals whose entries are live."""

OF_OWNERS = Lock(Rank.CONTESTS, _of_owners)
"""Keys: ids of users whose entries are live."""
