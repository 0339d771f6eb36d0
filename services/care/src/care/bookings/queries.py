"""Reads of visits."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.places import Place
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.bookings import service, visitors
from care.bookings.schemas import DayOut, SlotOut, SlotsOut, VisitOfDayOut
from care.calendars import service as calendars
from care.calendars.spans import Span
from care.farms.models import Farm
from care.requests.errors import RequestNotFound
from care.requests.models import Request

MOST_SLOTS = 200
LONGEST_SEARCH = timedelta(days=31)


async def slots(
    db: UnitOfWork, request_id: UUID, *, begins: datetime | None, ends: datetime | None, by: Principal
) -> SlotsOut:
    """Returns free slots for a request of one's own, of the next two weeks unless told otherwise.

    Administrators see those of every request. Raises RequestNotFound.
    """
    request = await db.get(Request, request_id)
    if request is None or (request.owner_id != by.id and by.role != "admin"):
        raise RequestNotFound
    first = max(begins or clock.now(), clock.now())
    within = Span(first, min(ends or first + timedelta(days=14), first + LONGEST_SEARCH))
    found = await service.offers(db, request, within, most=MOST_SLOTS + 1)
    items = [SlotOut.model_validate(each) for each in found[:MOST_SLOTS]]
    return SlotsOut(items=items, more=len(found) > MOST_SLOTS)


async def day(db: UnitOfWork, veterinarian_id: UUID, on: date | None) -> DayOut:
    """Returns what a veterinarian does on a day, today unless told otherwise. Raises VeterinarianNotFound."""
    calendar = await calendars.read(db, veterinarian_id)
    zone = ZoneInfo(calendar.time_zone)
    chosen = on or clock.now().astimezone(zone).date()
    starts, ends = (datetime.combine(chosen + timedelta(days=n), time(), zone) for n in (0, 1))
    query = (
        select(Request, Animal, Farm)
        .join(Animal, Animal.id == Request.livestock_id)
        .outerjoin(Farm, Farm.id == Animal.farm_id)
        .where(
            Request.veterinarian_id == veterinarian_id,
            Request.state.in_((*visitors.BUSY, "completed")),
            Request.starts_at < ends,
            Request.ends_at > starts,
        )
        .order_by(Request.starts_at, Request.id)
    )
    rows = (await db.execute(query)).all()
    base = visitors.place(calendar.latitude, calendar.longitude)
    return DayOut(on=chosen, time_zone=calendar.time_zone, stops=list(_stops(db, rows, base)))


def _stops(db: UnitOfWork, rows: Sequence[Any], base: Place | None) -> Iterator[VisitOfDayOut]:
    travel, here = visitors.travel(db), base
    for request, animal, farm in rows:
        there = visitors.place(farm.latitude, farm.longitude) if farm else None
        way = travel.between(here, there)
        here = there
        yield VisitOfDayOut(
            request_id=request.id,
            version=request.version,
            state=request.state,
            emergency=request.emergency,
            service_name=request.service_name,
            livestock_id=request.livestock_id,
            tag_number=animal.tag_number,
            farm_id=animal.farm_id,
            farm_name=farm.name if farm else None,
            area_name=animal.area_name,
            starts_at=request.starts_at,
            ends_at=request.ends_at,
            travel_minutes=way // timedelta(minutes=1),
        )
