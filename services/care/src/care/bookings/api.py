"""Visits of veterinarians over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import NearMoment
from amigok_herd import OwnAnimal
from care.bookings import displacing, queries, service
from care.bookings.errors import NobodyFree, NotAVisit, SlotTaken
from care.bookings.schemas import DayOut, HandOverIn, SlotIn, SlotsOut, VisitIn, VisitOut
from care.calendars.errors import TooManyAbsences, VeterinarianNotFound
from care.calendars.schemas import AbsenceIn, AbsenceOut, Day
from care.requests.errors import Mandatory, NotFunded, RequestNotFound, SlotOutOfRange, VeterinarianNotSuitable
from care.requests.models import Request
from care.requests.schemas import CareSeenIn

router = APIRouter(prefix="/api/v1/care-requests/{request_id}")
vet = APIRouter(prefix="/api/v1/vet", dependencies=[Depends(requires("veterinarian"))])
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])

_BOOKING = (
    RequestNotFound,
    VersionConflict,
    WrongState,
    NotFunded,
    VeterinarianNotSuitable,
    OwnAnimal,
    SlotOutOfRange,
    SlotTaken,
)


@router.get("/slots", responses=problems(RequestNotFound))
async def list_free_slots(
    request_id: UUID,
    me: CurrentUser,
    db: Reader,
    begins: Annotated[NearMoment | None, Query(description="Now, if left out")] = None,
    ends: Annotated[NearMoment | None, Query(description="Two weeks later, if left out; at most 31 days")] = None,
) -> SlotsOut:
    """Lists when a veterinarian could come for a request of yours, at most 200 slots."""
    return await queries.slots(db, request_id, begins=begins, ends=ends, by=me)


@router.put("/slot", responses=problems(*_BOOKING))
async def book_slot(request_id: UUID, body: SlotIn, me: CurrentUser, db: Session) -> VisitOut:
    """Books a slot for an accepted request of yours, or moves the visit to it."""
    chosen = await service.choose(
        db,
        request_id,
        veterinarian_id=body.veterinarian_id,
        starts_at=body.starts_at,
        seen=body.version,
        owner_id=me.id,
    )
    return await shown(db, chosen)


@router.post("/slot/give-up", responses=problems(RequestNotFound, VersionConflict, Mandatory, NotAVisit))
async def give_up_slot(request_id: UUID, body: CareSeenIn, me: CurrentUser, db: Session) -> VisitOut:
    """Gives up the slot of a request of yours. You can book another."""
    return await shown(db, await service.give_up(db, request_id, seen=body.version, owner_id=me.id))


@admin.put("/care-requests/{request_id}/assign-vet", responses=problems(*_BOOKING, NobodyFree))
async def assign_veterinarian(request_id: UUID, body: VisitIn, me: CurrentUser, db: Session) -> VisitOut:
    """Sets who comes, and when. Without a veterinarian the nearest who is free and may do it."""
    assigned = await service.assign(
        db,
        request_id,
        veterinarian_id=body.veterinarian_id,
        starts_at=body.starts_at,
        seen=body.version,
        by=me.id,
    )
    return await shown(db, assigned)


@admin.post(
    "/veterinarians/{veterinarian_id}/absences",
    status_code=201,
    responses=problems(VeterinarianNotFound, TooManyAbsences),
)
async def add_absence(veterinarian_id: UUID, body: AbsenceIn, db: Session) -> AbsenceOut:
    """Adds an absence of a veterinarian. Their visits in it go to others who are free, or lose their time."""
    return AbsenceOut.model_validate(await displacing.be_absent(db, veterinarian_id, body))


@vet.post("/absences", status_code=201, responses=problems(VeterinarianNotFound, TooManyAbsences))
async def add_my_absence(body: AbsenceIn, me: CurrentUser, db: Session) -> AbsenceOut:
    """Adds an absence of yours. Your visits in it go to others who are free, or lose their time."""
    return AbsenceOut.model_validate(await displacing.be_absent(db, me.id, body))


@vet.post("/care-requests/{request_id}/hand-over", responses=problems(*_BOOKING, NotAVisit, NobodyFree))
async def hand_over_visit(request_id: UUID, body: HandOverIn, me: CurrentUser, db: Session) -> VisitOut:
    """Gives a visit of yours to another veterinarian who is free then; without one to the nearest."""
    given = await service.hand_over(db, request_id, to=body.veterinarian_id, seen=body.version, by=me.id)
    return await shown(db, given)


@vet.get("/day", responses=problems(VeterinarianNotFound))
async def read_my_day(
    me: CurrentUser, db: Reader, on: Annotated[Day | None, Query(description="Today, if left out")] = None
) -> DayOut:
    """Your visits of a day, in their order, with how long the ways between them take."""
    return await queries.day(db, me.id, on)


async def shown(db: Session, request: Request) -> VisitOut:
    """Who comes for a request, and when, as the transaction is about to leave it."""
    await db.flush()
    return VisitOut(
        request_id=request.id,
        version=request.version,
        state=request.state,
        veterinarian_id=request.veterinarian_id,
        starts_at=request.starts_at,
        ends_at=request.ends_at,
    )
