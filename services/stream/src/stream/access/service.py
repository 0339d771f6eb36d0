"""Who may see what of an animal: its owner, its former owners and the people who look after it.

| who | what happened | what happens now | told to the audit log |
| --- | --- | --- | --- |
| owner | in their own times; footage that former owners have released | yes, unless the animal is gone | |
| former owner | in their own times | no | |
| staff of its farm | always, on that farm | yes, unless the animal is gone | yes |
| administrator | always | yes, unless the animal is gone | yes |
| veterinarian with an open case of it | always | yes, unless the animal is gone | yes |
| everybody else who is signed in | released footage, while the animal is for sale | no | |

Whoever is not active sees nothing. Who owns or has owned an animal sees it as that, unless their role shows more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, false, literal, or_, select, true
from sqlalchemy.dialects.postgresql import TSTZRANGE, Range

from amigok_chassis import standing
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, works_at
from stream.access import views
from stream.animals.models import Animal
from stream.cases.service import has_case
from stream.farms.models import Farm
from stream.intervals.models import Interval
from stream.releases.service import Released, released_to

Basis = Literal["owner", "former_owner", "farm_staff", "veterinarian", "admin", "released"]

BY_ROLE = frozenset({"farm_staff", "veterinarian", "admin"})
"""Who sees by these is told to the audit log."""

ALWAYS: tuple[Range[datetime], ...] = (Range(None, None),)


@dataclass(frozen=True)
class Viewing:
    """What somebody may see of an animal: all that happened `during` these times, and by which right.

    `live` says whether this includes what happens now. `released` is footage, and nothing else, that others let them
    see besides; only `require_footage` fills it. Staff see what was recorded and detected on their own farm, `farm_id`.
    """

    livestock_id: UUID
    basis: Basis
    during: Sequence[Range[datetime]]
    live: bool
    released: Sequence[Released] = ()
    farm_id: UUID | None = None

    def includes(self, at: datetime) -> bool:
        return any(at in time for time in self.during)

    def at_farm(self, farm_id: SQLColumnExpression[UUID]) -> ColumnElement[bool]:
        """SQL: this is of a farm of which somebody may see something."""
        return _by(farm_id, self.farm_id)

    def covers(
        self,
        column: SQLColumnExpression[Range[datetime]],
        camera_id: SQLColumnExpression[UUID],
        farm_id: SQLColumnExpression[UUID],
    ) -> ColumnElement[bool]:
        """SQL: footage of this range, by this camera on this farm, lies within what may be seen as a whole."""
        own = [_within(column, time) & self.at_farm(farm_id) for time in self.during]
        released = [_within(column, each.during) & _by(camera_id, each.camera_id) for each in self.released]
        return or_(false(), *own, *released)


async def require_viewing(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> Viewing:
    """Returns what somebody may see of an animal. Whoever sees it by their role is told to the audit log.

    Raises LivestockNotFound where there is nothing for them, whether or not there is such an animal.
    """
    viewing = await _viewing(db, viewer, livestock_id)
    if viewing is None:
        raise LivestockNotFound
    return viewing


async def require_footage(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> Viewing:
    """Returns what `require_viewing` does, with the footage that owners have released for this person.

    Raises LivestockNotFound where there is nothing for them.
    """
    viewing = await _viewing(db, viewer, livestock_id)
    released = await released_to(db, livestock_id, is_owner=viewing is not None and viewing.basis == "owner")
    if viewing is not None:
        return replace(viewing, released=released)
    if released and await _is_active(db, viewer):
        return Viewing(livestock_id, "released", (), False, released)
    raise LivestockNotFound


async def _viewing(db: UnitOfWork, viewer: Principal, livestock_id: UUID) -> Viewing | None:
    animal = await db.get(Animal, livestock_id)
    if animal is None or not await _is_active(db, viewer):
        return None
    is_here = animal.gone is None
    owned = await _owned(db, viewer.id, livestock_id)
    if owned and animal.owner_id == viewer.id:
        return Viewing(livestock_id, "owner", owned, is_here)
    if (role := await _role(db, viewer, animal)) is not None:
        await views.note(db, viewer.id, livestock_id, role)
        farm_id = animal.farm_id if role == "farm_staff" else None
        return Viewing(livestock_id, role, ALWAYS, is_here, farm_id=farm_id)
    return Viewing(livestock_id, "former_owner", owned, False) if owned else None


async def _is_active(db: UnitOfWork, viewer: Principal) -> bool:
    return (await standing.of(db, viewer.id)).is_active


async def _owned(db: UnitOfWork, user_id: UUID, livestock_id: UUID) -> Sequence[Range[datetime]]:
    theirs = Interval.livestock_id == livestock_id, Interval.owner_id == user_id
    return (await db.scalars(select(Interval.during).where(*theirs).order_by(Interval.version))).all()


async def _role(db: UnitOfWork, viewer: Principal, animal: Animal) -> Basis | None:
    """The role by which somebody looks after this animal: a link may be older than the end of a role."""
    if (await standing.of(db, viewer.id)).role not in ("", viewer.role):
        return None
    if viewer.role == "admin":
        return "admin"
    if viewer.role == "farm_staff" and await works_at(db, Farm, viewer.id, animal.farm_id):
        return "farm_staff"
    if viewer.role == "veterinarian" and await has_case(db, viewer.id, animal.id):
        return "veterinarian"
    return None


def _within(column: SQLColumnExpression[Range[datetime]], time: Range[datetime]) -> ColumnElement[bool]:
    return literal(time, TSTZRANGE).contains(column)


def _by(column: SQLColumnExpression[UUID], id: UUID | None) -> ColumnElement[bool]:
    return true() if id is None else column == id
