"""Visits: who comes for a request, and when.

The request's row is locked first, then the calendar of whoever comes. That lets one visit after the other find its
slot, with the way; that no two visits of a veterinarian overlap is also a constraint.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from heapq import merge
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.places import Place
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care_visits import CareHandedOver, CareUnscheduled
from care.animals.models import Animal
from care.bookings import visitors
from care.bookings.errors import NobodyFree, NotAVisit, SlotTaken
from care.bookings.slots import slots
from care.bookings.visitors import Visitor
from care.calendars import service as calendars
from care.calendars.spans import Span
from care.requests import service as requests
from care.requests.errors import Mandatory, SlotOutOfRange, VeterinarianNotSuitable
from care.requests.locks import locked, locked_of_owner
from care.requests.models import Request
from care.settings import Settings

_VIOLATIONS = {"care_requests_no_double_booking": SlotTaken}

MOST_VISITORS = 50
"""So many veterinarians' slots are offered."""


class Offer(NamedTuple):
    """A free slot of a veterinarian; `rank` is 0 for the nearest."""

    starts_at: datetime
    rank: int
    ends_at: datetime
    veterinarian_id: UUID


async def offers(db: UnitOfWork, request: Request, within: Span, *, most: int) -> list[Offer]:
    """The first free slots for a request in a span, earliest first, at one time the nearest veterinarian's first.

    Of many veterinarians the nearest are looked at.
    """
    found = await visitors.of_request(db, request, within, most=MOST_VISITORS)
    at, travel = await _place(db, request), visitors.travel(db)
    step, duration = db.settings(Settings).slot_every, lasting(request)
    theirs = (
        [
            Offer(slot.begins, rank, slot.ends, each.id)
            for slot in islice(slots(each.free(within, at=at, travel=travel), duration=duration, step=step), most)
        ]
        for rank, each in enumerate(found)
    )
    return list(islice(merge(*theirs), most))


async def choose(
    db: UnitOfWork, request_id: UUID, *, veterinarian_id: UUID, starts_at: datetime, seen: int, owner_id: UUID
) -> Request:
    """Books a slot that the owner has chosen, or moves the visit to it. Mandatory care is not put off by that.

    Raises RequestNotFound, VersionConflict, and what `book` does.
    """
    request = await _of_owner(db, request_id, owner_id, seen)
    latest = clock.now() + db.settings(Settings).search_ahead
    if request.mandatory and request.due_at is not None and starts_at > max(request.due_at, latest):
        raise SlotOutOfRange("Mandatory care is booked by its due date.")
    return await book(db, request, veterinarian_id=veterinarian_id, starts_at=starts_at)


async def give_up(db: UnitOfWork, request_id: UUID, *, seen: int, owner_id: UUID) -> Request:
    """Gives up the slot of a request; that of mandatory care can only be moved.

    Raises RequestNotFound, VersionConflict, Mandatory, NotAVisit.
    """
    request = await _of_owner(db, request_id, owner_id, seen)
    if request.mandatory:
        raise Mandatory
    await unbook(db, request, cause="owner")
    return request


async def assign(
    db: UnitOfWork,
    request_id: UUID,
    *,
    veterinarian_id: UUID | None,
    starts_at: datetime | None,
    seen: int,
    by: UUID,
) -> Request:
    """Sets who comes, and when, for an administrator. What is left out is found: see `VisitIn`.

    Raises RequestNotFound, VersionConflict, OwnAnimal, NobodyFree, and what `book` does.
    """
    request = await locked(db, request_id)
    await requests.require_other_than(db, request, by)
    refuse_other_version(seen, request.version)
    before = _picture(request)
    if veterinarian_id is None:
        await book_nearest(db, request, starts_at=starts_at)
    elif starts_at is None:
        await _name(db, request, veterinarian_id)
    else:
        await book(db, request, veterinarian_id=veterinarian_id, starts_at=starts_at)
    audit.record(db, "care.visit_assigned", subject_id=request_id, before=before, after=_picture(request))
    return request


async def hand_over(db: UnitOfWork, request_id: UUID, *, to: UUID | None, seen: int, by: UUID) -> Request:
    """Gives a visit to another veterinarian at the same time; without one to the nearest who is free.

    Care in progress goes to whom one names. Raises RequestNotFound, VersionConflict, NotAVisit, NobodyFree, and what
    `book` does.
    """
    request = await requests.of_veterinarian(db, request_id, by)
    refuse_other_version(seen, request.version)
    before = _picture(request)
    if request.state == "in_progress" and to is not None:
        await _name(db, request, to)
    elif request.state != "scheduled" or request.starts_at is None:
        raise NotAVisit
    elif to is None:
        await book_nearest(db, request, starts_at=request.starts_at, but={by})
    else:
        await book(db, request, veterinarian_id=to, starts_at=request.starts_at)
    audit.record(db, "care.visit_handed_over", subject_id=request_id, before=before, after=_picture(request))
    return request


async def book(
    db: UnitOfWork, request: Request, *, veterinarian_id: UUID, starts_at: datetime, cause: str = "moved"
) -> Request:
    """Has a veterinarian come at a time for a request that is locked, if they are free then.

    Raises VeterinarianNotSuitable, SlotTaken, and what `requests.schedule` does.
    """
    during = Span(starts_at, starts_at + lasting(request))
    await calendars.lock(db, [veterinarian_id])
    who = await visitors.of_request(db, request, during, only=veterinarian_id)
    if not who:
        raise VeterinarianNotSuitable
    if not who[0].is_free(during, at=await _place(db, request), travel=visitors.travel(db)):
        raise SlotTaken
    return await put(db, request, veterinarian_id, during, cause=cause)


async def put(db: UnitOfWork, request: Request, veterinarian_id: UUID, during: Span, *, cause: str) -> Request:
    """Schedules a request that is locked, as is the calendar of whoever comes. Raises what `book` does."""
    former = request.veterinarian_id if request.state == "scheduled" else None
    with named_violations(_VIOLATIONS):
        await requests.schedule(
            db, request.id, veterinarian_id=veterinarian_id, starts_at=during.begins, ends_at=during.ends
        )
    if former not in (None, veterinarian_id):
        tell_handed_over(db, request, former, cause)
    return request


async def book_nearest(
    db: UnitOfWork,
    request: Request,
    *,
    starts_at: datetime | None = None,
    but: Collection[UUID] = (),
    cause: str = "moved",
) -> Request:
    """Has the nearest veterinarian come who is free at a time, or, without one, the nearest as soon as they can.

    Raises NobodyFree, and what `requests.schedule` does.
    """
    begins = starts_at or clock.now()
    within = Span(begins, begins + (lasting(request) if starts_at else db.settings(Settings).search_ahead))
    for who in await visitors.of_request(db, request, within, but=but):
        first = await _first(db, request, who, within, exactly=starts_at is not None)
        if first is not None and await _try(db, request, who, first, cause):
            return request
    raise NobodyFree


async def unbook(db: UnitOfWork, request: Request, *, cause: str) -> None:
    """Gives up the slot of a request that is locked. Nobody is named for it any more. Raises NotAVisit."""
    if request.state != "scheduled" or request.veterinarian_id is None:
        raise NotAVisit
    await leave(db, request, request.veterinarian_id, request.starts_at, cause=cause)


async def leave(
    db: UnitOfWork, request: Request, veterinarian_id: UUID, starts_at: datetime | None, *, cause: str
) -> None:
    """Takes a request that is locked away from who was to come then."""
    await requests.assign(db, request.id, None)
    emit(
        db,
        CareUnscheduled(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            veterinarian_id=veterinarian_id,
            starts_at=starts_at,
            cause=cause,
        ),
    )


def tell_handed_over(db: UnitOfWork, request: Request, former: UUID | None, cause: str) -> None:
    """Publishes that somebody else comes than `former`."""
    assert former is not None
    assert request.veterinarian_id is not None
    starts_at = request.starts_at or request.started_at
    assert starts_at is not None
    emit(
        db,
        CareHandedOver(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            previous_veterinarian_id=former,
            veterinarian_id=request.veterinarian_id,
            starts_at=starts_at,
            cause=cause,
        ),
    )


def lasting(request: Request) -> timedelta:
    """How long the care takes."""
    return timedelta(minutes=request.duration_minutes)


async def _of_owner(db: UnitOfWork, request_id: UUID, owner_id: UUID, seen: int) -> Request:
    request = await locked_of_owner(db, request_id, owner_id)
    refuse_other_version(seen, request.version)
    return request


async def _name(db: UnitOfWork, request: Request, veterinarian_id: UUID) -> None:
    """Names who does it, without a time. A visit of somebody else is given up; care in progress is handed over."""
    if request.state == "scheduled" and request.veterinarian_id not in (None, veterinarian_id):
        await unbook(db, request, cause="administrator")
    former = request.veterinarian_id if request.state == "in_progress" else None
    await calendars.lock(db, [veterinarian_id])
    with named_violations(_VIOLATIONS):
        await requests.assign(db, request.id, veterinarian_id)
        await db.flush()
    if former not in (None, veterinarian_id):
        tell_handed_over(db, request, former, "moved")


async def _first(db: UnitOfWork, request: Request, who: Visitor, within: Span, *, exactly: bool) -> datetime | None:
    """When they can come first in a span, or at its beginning; None if they cannot."""
    at, travel = await _place(db, request), visitors.travel(db)
    if exactly:
        return within.begins if who.is_free(within, at=at, travel=travel) else None
    step = db.settings(Settings).slot_every
    found = next(slots(who.free(within, at=at, travel=travel), duration=lasting(request), step=step), None)
    return found and found.begins


async def _try(db: UnitOfWork, request: Request, who: Visitor, starts_at: datetime, cause: str) -> bool:
    """Books unless somebody was faster. Their calendar is locked only if it succeeds."""
    try:
        async with db.begin_nested():
            await book(db, request, veterinarian_id=who.id, starts_at=starts_at, cause=cause)
    except (SlotTaken, VeterinarianNotSuitable):
        return False
    return True


async def _place(db: UnitOfWork, request: Request) -> Place | None:
    animal = await db.get_one(Animal, request.livestock_id)
    return await visitors.place_of(db, animal.farm_id)


def _picture(request: Request) -> audit.Values:
    return audit.picture(request, "veterinarian_id", "starts_at")
