"""Who could make a visit, and when they are free for it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Uuid, any_, func, literal, or_, select

from amigok_chassis.places import Place
from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal, Ownership
from care.bookings.slots import Visit, free
from care.bookings.travel import Travel
from care.calendars.hours import windows
from care.calendars.models import Absence, Calendar
from care.calendars.spans import Span
from care.farms.models import Farm
from care.people.veterinarians import counting
from care.procedures.models import Procedure
from care.requests.models import Request
from care.settings import Settings

BUSY = ("scheduled", "in_progress")
"""The states of a request in which its slot is taken."""

WIDEST_WAY = timedelta(hours=24)
"""Visits so long before and after are looked at because of the way."""


@dataclass(frozen=True)
class Visitor:
    """A veterinarian with what keeps them from a visit in the time that is looked at."""

    calendar: Calendar
    absences: list[Span] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        return self.calendar.veterinarian_id

    @property
    def base(self) -> Place | None:
        """Where they set out."""
        return place(self.calendar.latitude, self.calendar.longitude)

    def free(self, within: Span, *, at: Place | None, travel: Travel) -> list[Span]:
        """When they can be at a place, within a span."""
        hours = windows([each.rule for each in self.calendar.hours], ZoneInfo(self.calendar.time_zone), within)
        return free(hours, absences=self.absences, visits=self.visits, at=at, travel=travel)

    def is_free(self, during: Span, *, at: Place | None, travel: Travel) -> bool:
        """Whether they can be at a place for all of a span."""
        return self.free(during, at=at, travel=travel) == [during]

    def distance(self, there: Place | None) -> float:
        """How many kilometres they have to go; infinite where that is not known."""
        return inf if self.base is None or there is None else self.base.km_to(there)


async def of_request(
    db: UnitOfWork,
    request: Request,
    within: Span,
    *,
    only: UUID | None = None,
    but: Collection[UUID] = (),
    most: int | None = None,
) -> list[Visitor]:
    """Who may make the visit of a request, the nearest first, with what they have to do in a span and around it.

    These are veterinarians whose decisions count, who go to the farm, may do the care, and have not owned the animal
    since it was requested. The visit itself does not keep them from another slot for it.
    """
    animal = await db.get_one(Animal, request.livestock_id)
    procedure = await db.get_one(Procedure, request.service_id)
    query = (
        select(Calendar)
        .join(Standing, Standing.user_id == Calendar.veterinarian_id)
        .where(
            *counting(),
            Calendar.version > 0,
            or_(Calendar.farm_ids == [], literal(animal.farm_id, Uuid) == any_(Calendar.farm_ids)),
            Calendar.veterinarian_id.not_in(_owners(request)),
            Calendar.veterinarian_id.not_in(but),
        )
    )
    if only is not None:
        query = query.where(Calendar.veterinarian_id == only)
    if procedure.veterinarian_ids:
        query = query.where(Calendar.veterinarian_id.in_(procedure.veterinarian_ids))
    calendars = list(await db.scalars(query.execution_options(populate_existing=True)))
    there = await place_of(db, animal.farm_id)
    nearest = sorted(map(Visitor, calendars), key=lambda each: (each.distance(there), each.id))[:most]
    await _add_duties(db, nearest, within, request.id)
    return nearest


async def place_of(db: UnitOfWork, farm_id: UUID | None) -> Place | None:
    """Where a farm is, if that is known."""
    farm = await db.get(Farm, farm_id) if farm_id else None
    return place(farm.latitude, farm.longitude) if farm else None


def place(latitude: float | None, longitude: float | None) -> Place | None:
    return None if latitude is None or longitude is None else Place(latitude, longitude)


def travel(db: UnitOfWork) -> Travel:
    """How fast veterinarians are, by the settings."""
    settings = db.settings(Settings)
    return Travel(settings.travel_kmh, settings.travel_minimum)


def _owners(request: Request) -> ColumnElement[UUID]:
    """Who has owned the animal since the request was made: nobody cares for their own by a role."""
    then = (
        select(Ownership.owner_id)
        .where(Ownership.livestock_id == request.livestock_id, Ownership.began_at <= request.requested_at)
        .order_by(Ownership.version.desc())
        .limit(1)
        .subquery()
    )
    since = select(Ownership.owner_id).where(
        Ownership.livestock_id == request.livestock_id,
        Ownership.began_at >= request.requested_at,
        Ownership.owner_id.is_not(None),
    )
    now = select(Animal.owner_id).where(Animal.id == request.livestock_id, Animal.owner_id.is_not(None))
    was = select(then.c.owner_id).where(then.c.owner_id.is_not(None))
    return since.union_all(now, was).scalar_subquery()


async def _add_duties(db: UnitOfWork, visitors: Iterable[Visitor], within: Span, request_id: UUID) -> None:
    found = {each.id: each for each in visitors}
    wide = within.widened(WIDEST_WAY)
    absences = select(Absence).where(
        Absence.veterinarian_id.in_(found), Absence.starts_at < within.ends, Absence.ends_at > within.begins
    )
    for absence in await db.scalars(absences):
        found[absence.veterinarian_id].absences.append(absence.during)
    for veterinarian_id, visit in await _visits(db, found, wide, but=request_id):
        found[veterinarian_id].visits.append(visit)


async def _visits(
    db: UnitOfWork, veterinarian_ids: Collection[UUID], within: Span, *, but: UUID
) -> list[tuple[UUID, Visit]]:
    """The visits that overlap a span. One that began without a time counts as long as it should take."""
    starts = func.coalesce(Request.starts_at, Request.started_at)
    lasting = func.make_interval(0, 0, 0, 0, 0, Request.duration_minutes)
    ends = func.coalesce(Request.ends_at, Request.started_at + lasting)
    query = (
        select(Request.veterinarian_id, starts, ends, Farm.latitude, Farm.longitude)
        .join(Animal, Animal.id == Request.livestock_id)
        .outerjoin(Farm, Farm.id == Animal.farm_id)
        .where(Request.state.in_(BUSY), starts < within.ends, ends > within.begins)
        .where(Request.veterinarian_id.in_(veterinarian_ids), Request.id != but)
    )
    rows = await db.execute(query)
    return [(id, Visit(Span(begins, ended), place(*there))) for id, begins, ended, *there in rows if id is not None]
