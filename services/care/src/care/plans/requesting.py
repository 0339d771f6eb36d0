"""What becomes of planned doses: they are requested, reminded of, given or missed."""

from datetime import date, timedelta
from uuid import UUID

import structlog
from sqlalchemy import Date, cast, exists, select

from amigok_chassis import clock
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care_visits import CareVaccinationReminded
from care.animals.locks import ANIMALS
from care.animals.models import Animal
from care.plans.models import Entry, Plan, PlanDose, at
from care.requests import service as requests
from care.requests.errors import AlreadyRequested
from care.requests.machine import REQUESTS
from care.requests.models import Request

log = structlog.get_logger()

_UNSETTLED = ("requested", "quoted", "accepted")
"""The states of a request in which nobody is to come yet."""


async def proceed(db: UnitOfWork, entry_id: UUID) -> None:
    """Requests a dose that is to be requested, or reminds of one. Repeating the call has no further effect."""
    livestock_id = await db.scalar(select(Entry.livestock_id).where(Entry.id == entry_id))
    if livestock_id is None:
        return
    await ANIMALS.take(db, {livestock_id})
    entry = await db.get(Entry, entry_id, with_for_update=True)
    if entry is None:
        return
    if entry.state == "planned":
        await _request(db, entry)
    elif entry.state == "requested":
        await _remind(db, entry)


async def end(db: UnitOfWork, request_id: UUID) -> None:
    """Notes what became of the requests of doses: done, or not. One for another owner is planned anew."""
    request = await db.get(Request, request_id)
    for entry in await db.scalars(select(Entry).where(Entry.request_id == request_id).with_for_update()):
        if request is not None and entry.state == "requested" and request.state in REQUESTS.terminal:
            await _end(db, entry, request)


async def _end(db: UnitOfWork, entry: Entry, request: Request) -> None:
    if request.state == "completed":
        entry.give((request.ended_at or clock.now()).date())
    elif request.end_reason == "owner_changed":
        await _renew(db, entry, request)
    else:
        entry.become("miss")


async def _renew(db: UnitOfWork, entry: Entry, request: Request) -> None:
    """Follows the request that was made for the new owner; where none was, one will be."""
    renewed = await db.scalar(select(Request.id).where(Request.source_id == request.id))
    if renewed is not None:
        entry.request_id = renewed
        return
    entry.become("plan_again")
    entry.source_id, entry.request_id = new_id(), None
    entry.make_due(clock.now())


async def _request(db: UnitOfWork, entry: Entry) -> None:
    animal = await db.get_one(Animal, entry.livestock_id, populate_existing=True)
    dose = await db.get_one(PlanDose, entry.dose_id)
    plan = (await db.execute(select(Plan.name, Plan.currency, Plan.is_active).where(Plan.id == dose.plan_id))).one()
    if animal.gone is not None or not (dose.is_active and plan.is_active):
        return entry.become("leave")
    if animal.owner_id is None:
        return entry.make_due(clock.now() + timedelta(days=1))
    if done_on := await _done_by_itself(db, entry, dose):
        return entry.give(done_on)
    try:
        request_id = await _made(db, entry, dose, currency=plan.currency, reason=plan.name)
    except DomainError as refusal:
        log.warning("vaccination.left", entry_id=entry.id, reason=refusal.code)
        return entry.become("leave")
    if request_id is None:
        return entry.make_due(clock.now() + timedelta(days=1))
    entry.become("request")
    entry.request_id = request_id
    if dose.remind_days < dose.lead_days:
        entry.make_due(max(at(entry.due_on, dose.remind_days), clock.now()))
    return None


async def _done_by_itself(db: UnitOfWork, entry: Entry, dose: PlanDose) -> date | None:
    """When the same care was done shortly before it would be requested, and not for another dose."""
    same = select(Request.ended_at).where(
        Request.livestock_id == entry.livestock_id,
        Request.service_id == dose.service_id,
        Request.state == "completed",
        Request.ended_at >= at(entry.due_on, 2 * dose.lead_days),
        ~exists().where(Entry.request_id == Request.id),
        ~exists().where(Entry.livestock_id == Request.livestock_id, Entry.given_on == cast(Request.ended_at, Date)),
    )
    done_at = await db.scalar(same.order_by(Request.ended_at.desc()).limit(1))
    return done_at and done_at.date()


async def _made(db: UnitOfWork, entry: Entry, dose: PlanDose, *, currency: str, reason: str) -> UUID | None:
    """Makes the request, or finds the open one for the same care; None where that is for another dose.

    Raises what `requests.create` does.
    """
    try:
        made = await requests.create(
            db,
            livestock_id=entry.livestock_id,
            service_id=dose.service_id,
            origin="plan",
            by=None,
            currency=currency,
            reason=reason,
            mandatory=dose.mandatory,
            due_on=max(entry.due_on, clock.now().date() + timedelta(days=1)),
            source_id=entry.source_id,
        )
    except AlreadyRequested:
        return await _open_one(db, entry, dose)
    return made.id


async def _open_one(db: UnitOfWork, entry: Entry, dose: PlanDose) -> UUID | None:
    same = select(Request.id).where(
        Request.livestock_id == entry.livestock_id,
        Request.service_id == dose.service_id,
        Request.state.in_(REQUESTS.open),
        ~exists().where(Entry.request_id == Request.id),
    )
    return await db.scalar(same.with_for_update(key_share=True, of=Request))


async def _remind(db: UnitOfWork, entry: Entry) -> None:
    request = await db.get_one(Request, entry.request_id)
    entry.become("remind")
    if request.state in _UNSETTLED:
        emit(
            db,
            CareVaccinationReminded(
                request_id=request.id,
                livestock_id=request.livestock_id,
                owner_id=request.owner_id,
                service_name=request.service_name,
                due_on=entry.due_on,
                mandatory=request.mandatory,
            ),
        )
