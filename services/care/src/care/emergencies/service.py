"""Emergencies: who is asked, and what follows when somebody takes one over or nobody does.

The request's row is locked first. What is published follows from a change of the emergency's row in the same
transaction, so each step is told once, whatever crashes.
"""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care_visits import (
    CareEmergencyEscalated,
    CareEmergencyRaised,
    CareEmergencyTaken,
    CareEmergencyUnanswered,
)
from care.animals.models import Animal
from care.bookings import visitors
from care.bookings.service import lasting
from care.bookings.visitors import Visitor
from care.calendars.spans import Span
from care.emergencies.models import WAITING, Call, Emergency
from care.requests.locks import locked
from care.requests.machine import REQUESTS
from care.requests.models import Request
from care.settings import Settings


async def raise_emergency(db: UnitOfWork, request_id: UUID) -> None:
    """Asks the nearest veterinarian who is free, unless somebody comes already. Repeating the call has no effect."""
    request = await locked(db, request_id)
    if request.state in REQUESTS.terminal:
        return
    new = insert(Emergency).values(request_id=request_id, state="asking", raised_at=clock.now(), attempts=0)
    if await db.scalar(new.on_conflict_do_nothing().returning(Emergency.request_id)) is None:
        return
    emergency = await follow(db, request_id)
    if emergency is not None and emergency.state == "asking":
        await _ask_first(db, emergency, request)


async def _ask_first(db: UnitOfWork, emergency: Emergency, request: Request) -> None:
    call = await _call(db, request, [])
    _wait(emergency, call)
    emit(
        db,
        CareEmergencyRaised(
            request_id=request.id,
            livestock_id=request.livestock_id,
            farm_id=await db.scalar(select(Animal.farm_id).where(Animal.id == request.livestock_id)),
            owner_id=request.owner_id,
            veterinarian_id=call and call.veterinarian_id,
            answer_by=call and call.answer_by,
        ),
    )
    if call is None:
        _tell_unanswered(db, request, calls=0)


async def follow(db: UnitOfWork, request_id: UUID) -> Emergency | None:
    """Brings an emergency up to what became of its request. Returns it, locked as its request is; None: it is none."""
    request = await locked(db, request_id)
    emergency = await _locked(db, request_id)
    if emergency is None or emergency.state == "ended":
        return emergency
    if request.state in REQUESTS.terminal:
        emergency.become("end", "ended")
    elif request.state in visitors.BUSY and emergency.state in WAITING:
        _be_taken(db, emergency, request)
    elif request.state not in visitors.BUSY and emergency.state == "taken":
        await _escalate(db, emergency, request)
    return emergency


async def escalate(db: UnitOfWork, request_id: UUID) -> None:
    """Asks the next veterinarian, or the administrators, if the time of the last one is up."""
    emergency = await follow(db, request_id)
    if emergency is None or emergency.state != "asking":
        return
    last = await db.scalar(_calls(request_id).limit(1))
    if last is None or last.answer_by <= clock.now():
        await _escalate(db, emergency, await db.get_one(Request, request_id))


async def _escalate(db: UnitOfWork, emergency: Emergency, request: Request) -> None:
    calls = list(await db.scalars(_calls(request.id)))
    call = await _call(db, request, calls)
    _wait(emergency, call)
    if call is None:
        return _tell_unanswered(db, request, calls=len(calls))
    emit(
        db,
        CareEmergencyEscalated(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            previous_veterinarian_id=calls[0].veterinarian_id if calls else None,
            veterinarian_id=call.veterinarian_id,
            answer_by=call.answer_by,
        ),
    )
    return None


async def _call(db: UnitOfWork, request: Request, calls: list[Call]) -> Call | None:
    """Asks the nearest who is free now and was not asked yet; None if enough were asked or nobody is free."""
    settings = db.settings(Settings)
    who = await _next(db, request, {each.veterinarian_id for each in calls})
    if who is None or len(calls) >= settings.emergency_calls:
        return None
    answer_by = clock.now() + settings.emergency_answer
    call = Call(request_id=request.id, number=len(calls) + 1, veterinarian_id=who.id, answer_by=answer_by)
    db.add(call)
    return call


def _wait(emergency: Emergency, call: Call | None) -> None:
    """Waits for whoever was asked, or else for the administrators."""
    emergency.become("escalate", "asking" if call else "unanswered")
    if call:
        emergency.make_due(call.answer_by)


async def _next(db: UnitOfWork, request: Request, asked: set[UUID]) -> Visitor | None:
    now = clock.now()
    during = Span(now, now + lasting(request))
    animal = await db.get_one(Animal, request.livestock_id)
    there, travel = await visitors.place_of(db, animal.farm_id), visitors.travel(db)
    candidates = await visitors.of_request(db, request, during, but=asked)
    return next((who for who in candidates if who.is_free(during, at=there, travel=travel)), None)


def _tell_unanswered(db: UnitOfWork, request: Request, *, calls: int) -> None:
    emit(
        db,
        CareEmergencyUnanswered(
            request_id=request.id, livestock_id=request.livestock_id, owner_id=request.owner_id, calls=calls
        ),
    )


def _be_taken(db: UnitOfWork, emergency: Emergency, request: Request) -> None:
    emergency.become("take", "taken")
    assert request.veterinarian_id is not None
    emit(
        db,
        CareEmergencyTaken(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            veterinarian_id=request.veterinarian_id,
            starts_at=request.starts_at,
        ),
    )


def _calls(request_id: UUID) -> Select[Call]:
    """Who was asked, the last first."""
    return select(Call).where(Call.request_id == request_id).order_by(Call.number.desc())


async def _locked(db: UnitOfWork, request_id: UUID) -> Emergency | None:
    return await db.get(Emergency, request_id, with_for_update=True, populate_existing=True)
