"""Who may see what an animal eats: farm people all of it, owners the time in which they owned it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, require_farm_people
from feed.animals.models import Animal, Ownership
from feed.farms.models import Farm


@dataclass(frozen=True)
class View:
    """An animal, and the times of it that somebody may see; None: all."""

    animal: Animal
    times: Sequence[tuple[datetime, datetime | None]] | None

    def shows(self, at: InstrumentedAttribute[datetime]) -> ColumnElement[bool]:
        """Whether a time is one that they may see."""
        if self.times is None:
            return true()
        return or_(*(at >= begin if end is None else and_(at >= begin, at < end) for begin, end in self.times))


async def view_of(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> View:
    """Returns what this person may see of an animal. Raises LivestockNotFound, also where that is nothing."""
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    if await _works_with(db, animal, viewer):
        return View(animal, None)
    times = await _times(db, livestock_id, viewer.id)
    if not times:
        raise LivestockNotFound
    return View(animal, times)


async def _works_with(db: UnitOfWork, animal: Animal, viewer: Principal) -> bool:
    try:
        await require_farm_people(db, Farm, viewer, animal.farm_id)
    except Forbidden:
        return False
    return True


async def _times(db: UnitOfWork, livestock_id: UUID, user_id: UUID) -> list[tuple[datetime, datetime | None]]:
    """When this user has owned the animal; the end is None while they do."""
    ends = func.lead(Ownership.began_at).over(order_by=Ownership.version)
    rows = select(Ownership.owner_id, Ownership.began_at, ends).where(Ownership.livestock_id == livestock_id)
    return [(began, ended) for owner_id, began, ended in await db.execute(rows) if owner_id == user_id]
