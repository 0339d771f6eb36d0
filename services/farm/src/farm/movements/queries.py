"""Reading the register."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, Paging, paginate
from farm.errors import LivestockNotFound
from farm.livestock import STAFF, sees_all
from farm.models import Livestock
from farm.movements.models import Movement
from farm.movements.schemas import MovementOut, RecordedMovementOut


async def register_of(
    db: AsyncSession, paging: Paging, livestock_id: UUID, *, viewer: Principal
) -> Page[RecordedMovementOut] | Page[MovementOut]:
    """An animal's movements, the newest first. Raises LivestockNotFound, Forbidden."""
    animal = await db.get(Livestock, livestock_id)
    if animal is None:
        raise LivestockNotFound
    if not sees_all(viewer, animal):
        raise Forbidden("Only the owner and the farm's people see an animal's movements.")
    query = select(Movement).where(Movement.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Movement.version])
    if viewer.role in STAFF:
        return Page(items=[RecordedMovementOut.model_validate(row) for row in rows], next_cursor=cursor)
    return Page(items=[MovementOut.model_validate(row) for row in rows], next_cursor=cursor)
