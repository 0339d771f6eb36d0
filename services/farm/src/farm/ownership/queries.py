"""Reads of the ownership history."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.needs import Ahead
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from farm.livestock.locks import ANIMALS
from farm.livestock.queries import require_disclosed
from farm.ownership.models import Ownership
from farm.ownership.schemas import OwnershipOut


async def current(db: UnitOfWork, livestock_id: UUID) -> Ownership:
    """Returns the current ownership of an animal that is on the platform."""
    found = await CURRENT.get(db, livestock_id)
    assert found is not None
    return found


async def _read(db: UnitOfWork, livestock_ids: Collection[UUID]) -> dict[UUID, Ownership]:
    query = select(Ownership).where(among(Ownership.livestock_id, livestock_ids), Ownership.ended_at.is_(None))
    return {row.livestock_id: row for row in await db.scalars(query)}


CURRENT = Ahead(_read, under=ANIMALS)
"""The current ownership of each animal."""


async def owners_of(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Page[OwnershipOut]:
    """Returns who owned an animal, the current owner first. Raises LivestockNotFound, Forbidden."""
    await require_disclosed(db, livestock_id, viewer=viewer)
    query = select(Ownership).where(Ownership.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Ownership.started_at, Ownership.id])
    return Page(items=[OwnershipOut.model_validate(row) for row in rows], next_cursor=cursor)
