"""What becomes of visits whose veterinarian cannot come: somebody else does, or they lose their time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, literal, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.unit_of_work import UnitOfWork
from care.bookings import service, visitors
from care.bookings.errors import NobodyFree
from care.bookings.models import Cause, Displacement
from care.calendars import service as calendars
from care.calendars.models import Absence
from care.calendars.schemas import AbsenceIn
from care.calendars.spans import Span
from care.requests import service as requests
from care.requests.locks import locked
from care.requests.models import Request

WAITING = ("requested", "quoted", "accepted", "scheduled")
"""The states in which somebody else can do it."""


async def be_absent(db: UnitOfWork, veterinarian_id: UUID, wanted: AbsenceIn) -> Absence:
    """Adds an absence; for the visits in it somebody else is looked for.

    Raises VeterinarianNotFound, TooManyAbsences.
    """
    absence = await calendars.add_absence(db, veterinarian_id, wanted)
    in_it = Request.starts_at < absence.ends_at, Request.ends_at > max(absence.starts_at, clock.now())
    await _displace(db, veterinarian_id, "absent", Request.state == "scheduled", *in_it)
    return absence


async def replace_all(db: UnitOfWork, veterinarian_id: UUID) -> None:
    """Has somebody else looked for wherever a user is to come who is no veterinarian any more."""
    await calendars.lock(db, [veterinarian_id])
    await _displace(db, veterinarian_id, "not_a_veterinarian", Request.state.in_(WAITING))


async def in_the_way(db: UnitOfWork, veterinarian_id: UUID, during: Span) -> set[UUID]:
    """The requests for which a veterinarian is to come in a span, and has not begun."""
    overlaps = Request.starts_at < during.ends, Request.ends_at > during.begins
    theirs = select(Request.id).where(Request.veterinarian_id == veterinarian_id, Request.state == "scheduled")
    return set(await db.scalars(theirs.where(*overlaps)))


async def make_way(db: UnitOfWork, veterinarian_id: UUID, during: Span) -> None:
    """Frees a span for an emergency: for the visits in it somebody else is looked for. Their requests are locked."""
    for request_id in await in_the_way(db, veterinarian_id, during):
        request = await locked(db, request_id)
        row = Displacement(
            request_id=request_id,
            veterinarian_id=veterinarian_id,
            starts_at=request.starts_at,
            ends_at=request.ends_at,
            cause="emergency",
        )
        row.make_due(clock.now())
        await db.merge(row)
        await requests.unschedule(db, request_id)
    await db.flush()


async def replace(db: UnitOfWork, request_id: UUID) -> None:
    """Finds somebody else for a visit, or gives up its time. Repeating the call has no further effect."""
    request = await locked(db, request_id)
    displaced = await db.get(Displacement, request_id, with_for_update=True)
    if displaced is None:
        return
    if await _is_needed(db, request, displaced) and not await _is_replaced(db, request, displaced):
        await service.leave(db, request, displaced.veterinarian_id, displaced.starts_at, cause=displaced.cause)
    await db.delete(displaced)


async def _displace(db: UnitOfWork, veterinarian_id: UUID, cause: Cause, *which: ColumnElement[bool]) -> None:
    chosen: list[Any] = [
        Request.id,
        Request.veterinarian_id,
        Request.starts_at,
        Request.ends_at,
        literal(cause),
        literal(0),
        literal(clock.now()),
    ]
    theirs = select(*chosen).where(Request.veterinarian_id == veterinarian_id, *which).order_by(Request.id)
    names = ["request_id", "veterinarian_id", "starts_at", "ends_at", "cause", "attempts", "due_at"]
    rows = insert(Displacement).from_select(names, theirs)
    newer = {name: rows.excluded[name] for name in names[1:]}
    await db.execute(rows.on_conflict_do_update(index_elements=["request_id"], set_=newer))
    announce(db, Displacement)


async def _is_needed(db: UnitOfWork, request: Request, displaced: Displacement) -> bool:
    """Whether the visit is still theirs, and they still cannot come."""
    is_theirs = request.veterinarian_id == displaced.veterinarian_id
    was_moved = request.starts_at not in (None, displaced.starts_at)
    if request.state not in WAITING or not is_theirs or was_moved:
        return False
    return request.state != "scheduled" or not await _can_come(db, request, request.starts_at, request.ends_at)


async def _can_come(db: UnitOfWork, request: Request, starts_at: datetime | None, ends_at: datetime | None) -> bool:
    assert starts_at is not None
    assert ends_at is not None
    during = Span(starts_at, ends_at)
    who = await visitors.of_request(db, request, during, only=request.veterinarian_id)
    return bool(who) and not any(absence.overlaps(during) for absence in who[0].absences)


async def _is_replaced(db: UnitOfWork, request: Request, displaced: Displacement) -> bool:
    """Finds somebody who is free at the same time."""
    if displaced.starts_at is None or displaced.starts_at <= clock.now() or request.funded_at is None:
        return False
    former, was_scheduled = displaced.veterinarian_id, request.state == "scheduled"
    try:
        await service.book_nearest(db, request, starts_at=displaced.starts_at, but={former}, cause=displaced.cause)
    except NobodyFree:
        return False
    if not was_scheduled:
        service.tell_handed_over(db, request, former, displaced.cause)
    return True
