"""Who may see what of an animal: its owner, its former owners and the people who look after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import any_, exists, literal, select
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from stream.animals.models import Animal
from stream.farms.models import Farm
from stream.intervals.models import Interval

Basis = Literal["owner", "former_owner", "farm_staff", "admin"]

ALWAYS: tuple[Range[datetime], ...] = (Range(None, None),)


@dataclass(frozen=True)
class Viewing:
    """What somebody may see of an animal: all that happened `during` these times, and by which right.

    `live` says whether this includes what happens now.
    """

    livestock_id: UUID
    basis: Basis
    during: Sequence[Range[datetime]]
    live: bool

    def includes(self, at: datetime) -> bool:
        return any(at in time for time in self.during)


async def require_viewing(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> Viewing:
    """Returns what somebody may see of an animal.

    Raises LivestockNotFound where there is nothing for them, whether or not there is such an animal.
    """
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    owned = await db.scalars(
        select(Interval.during)
        .where(Interval.livestock_id == livestock_id, Interval.owner_id == viewer.id)
        .order_by(Interval.version)
    )
    if during := owned.all():
        live = animal.owner_id == viewer.id and animal.gone is None
        return Viewing(livestock_id, "owner" if live else "former_owner", during, live)
    if viewer.role == "admin":
        return Viewing(livestock_id, "admin", ALWAYS, live=True)
    if viewer.role == "farm_staff" and await _works_at(db, viewer.id, animal.farm_id):
        return Viewing(livestock_id, "farm_staff", ALWAYS, live=True)
    raise LivestockNotFound


async def _works_at(db: UnitOfWork, user_id: UUID, farm_id: UUID | None) -> bool:
    return bool(await db.scalar(select(exists().where(Farm.id == farm_id, literal(user_id) == any_(Farm.staff_ids)))))
