"""Reads of the register."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.livestock.queries import require_disclosed
from farm.movements.models import Movement
from farm.movements.schemas import MovementOut, RecordedMovementOut
from farm.staff.roles import FARM_PEOPLE


async def movement(db: UnitOfWork, movement_id: UUID) -> MovementOut:
    """Returns a row that exists."""
    return MovementOut.model_validate(await db.get_one(Movement, movement_id))


async def register_of(
    db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal
) -> Page[RecordedMovementOut] | Page[MovementOut]:
    """Returns an animal's movements, newest first. Raises LivestockNotFound, Forbidden."""
    await require_disclosed(db, livestock_id, viewer=viewer)
    query = select(Movement).where(Movement.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Movement.version])
    if viewer.role in FARM_PEOPLE:
        return Page(items=[RecordedMovementOut.model_validate(row) for row in rows], next_cursor=cursor)
    return Page(items=[MovementOut.model_validate(row) for row in rows], next_cursor=cursor)
