"""A veterinarian takes an emergency over: they set out at once, and others make the visits that they cannot."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.bookings import displacing, visitors
from care.bookings import service as bookings
from care.calendars import service as calendars
from care.calendars.models import Calendar
from care.calendars.spans import Span
from care.emergencies import service
from care.emergencies.errors import EmergencyTaken
from care.emergencies.models import WAITING
from care.requests import locks as requests
from care.requests.errors import RequestNotFound
from care.requests.models import Request

_MINUTE = timedelta(minutes=1)


async def take(db: UnitOfWork, request_id: UUID, *, by: UUID) -> Request:
    """Has a veterinarian come for an emergency as soon as they can: after the way and what they are at work on.

    Raises RequestNotFound, EmergencyTaken, and what `bookings.put` does.
    """
    during = await _during(db, request_id, by)
    busy = Span(clock.now(), during.ends)
    await requests.lock(db, {request_id, *await displacing.in_the_way(db, by, busy)})
    emergency = await service.follow(db, request_id)
    if emergency is None:
        raise RequestNotFound
    if emergency.state not in WAITING:
        raise EmergencyTaken
    await calendars.lock(db, [by])
    await displacing.make_way(db, by, busy)
    request = await bookings.put(db, await db.get_one(Request, request_id), by, during, cause="emergency")
    await service.follow(db, request_id)
    after = audit.picture(request, "veterinarian_id", "starts_at")
    audit.record(db, "emergency.taken", subject_id=request_id, after=after)
    return request


async def _during(db: UnitOfWork, request_id: UUID, by: UUID) -> Span:
    """When they can be there. Raises RequestNotFound."""
    request = await db.get(Request, request_id)
    if request is None:
        raise RequestNotFound
    working = select(func.max(Request.ends_at)).where(Request.veterinarian_id == by, Request.state == "in_progress")
    ready = max(clock.now(), await db.scalar(working) or clock.now())
    begins = _whole(ready + await _way(db, request, by))
    return Span(begins, begins + bookings.lasting(request))


async def _way(db: UnitOfWork, request: Request, by: UUID) -> timedelta:
    """How long they take from where they set out."""
    calendar, animal = await db.get(Calendar, by), await db.get_one(Animal, request.livestock_id)
    base = visitors.place(calendar.latitude, calendar.longitude) if calendar else None
    return visitors.travel(db).between(base, await visitors.place_of(db, animal.farm_id))


def _whole(moment: datetime) -> datetime:
    """The next whole minute."""
    return moment.replace(second=0, microsecond=0) + _MINUTE
