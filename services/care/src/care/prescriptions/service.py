"""Prescriptions: made and dispensed while a veterinarian is at work, for a request's owner to pay.

What is prescribed is reserved in the stock; what is dispensed leaves it, and is added to the request's cost. Locks are
taken in this order: request, prescription, medicine.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.medicines import MedicinePrescribed
from care.animals.models import Animal
from care.batches import service as batches
from care.batches.service import Need
from care.medicines import service as medicines
from care.medicines.models import Medicine
from care.prescriptions import rules
from care.prescriptions.errors import (
    DoseWarning,
    FirstDoseOutOfRange,
    NoPrice,
    NotForThisType,
    PrescriptionNotFound,
    RouteNotAllowed,
)
from care.prescriptions.locks import locked
from care.prescriptions.machine import PRESCRIPTIONS
from care.prescriptions.models import Prescription
from care.prescriptions.schemas import PrescribedOut, PrescriptionIn
from care.requests import costs
from care.requests import service as requests
from care.requests.errors import LivestockGone
from care.requests.models import Request

FURTHEST = timedelta(days=90)
"""How far ahead the first dose may lie."""


async def prescribe(db: UnitOfWork, request_id: UUID, wanted: PrescriptionIn, *, by: UUID) -> PrescribedOut:
    """Prescribes a medicine for the animal of a request that this veterinarian is at work on, and reserves it.

    Raises RequestNotFound, WrongState, OwnAnimal, LivestockGone, MedicineNotFound, NotForThisType, RouteNotAllowed,
    FirstDoseOutOfRange, NoPrice, DoseWarning, OutOfStock.
    """
    request = await requests.require_in_progress(db, request_id, by)
    medicine = await medicines.locked(db, wanted.medicine_id)
    animal = await _living(db, request.livestock_id)
    prescription = _checked(request, medicine, animal, wanted)
    db.add(prescription)
    await db.flush()
    await batches.reserve(db, need_of(prescription, animal, by=by))
    emit(
        db,
        MedicinePrescribed(
            prescription_id=prescription.id,
            request_id=request.id,
            livestock_id=animal.id,
            medicine_id=medicine.id,
            medicine_name=medicine.name,
            veterinarian_id=by,
            cost=prescription.cost,
        ),
    )
    _record(db, prescription, "medicine.prescribed", "medicine_id", "dose", "times", "warnings")
    return PrescribedOut.model_validate(prescription)


async def dispense(db: UnitOfWork, prescription_id: UUID, *, by: UUID) -> Prescription:
    """Takes what was prescribed out of the stock, and adds it to the request's cost, while the care is in progress.

    Raises PrescriptionNotFound, RequestNotFound, WrongState, OwnAnimal, LivestockGone, OutOfStock.
    """
    request_id = await db.scalar(select(Prescription.request_id).where(Prescription.id == prescription_id))
    if request_id is None:
        raise PrescriptionNotFound
    request = await requests.require_in_progress(db, request_id, by)
    prescription = await locked(db, prescription_id)
    prescription.become("dispense")
    prescription.dispensed_at = clock.now()
    request.medicated = True
    await batches.dispense(db, need_of(prescription, await _living(db, prescription.livestock_id), by=by))
    name, amount = prescription.medicine_name, prescription.cost_minor
    await costs.add(db, request, source_id=prescription.id, description=name, amount=amount, by=by)
    _record(db, prescription, "medicine.dispensed", "medicine_id", "cost_minor", "currency")
    return prescription


async def end(db: UnitOfWork, prescription: Prescription, *, by: UUID | None) -> None:
    """Cancels or stops a prescription that is locked. What was reserved is free again. Raises WrongState."""
    prescription.become("cancel" if prescription.state == "prescribed" else "stop")
    prescription.ended_at = clock.now()
    if prescription.state == "cancelled":
        animal = await db.get_one(Animal, prescription.livestock_id)
        await batches.release(db, need_of(prescription, animal, by=by))


async def cancel_undispensed(db: UnitOfWork, *, limit: int = 100) -> None:
    """Cancels what was prescribed and not dispensed before the care ended."""
    over = (
        select(Prescription)
        .join(Request, Request.id == Prescription.request_id)
        .where(Prescription.state == "prescribed", Request.ended_at.is_not(None))
        .order_by(Prescription.medicine_id, Prescription.id)
        .limit(limit)
        .with_for_update(of=Prescription, key_share=True, skip_locked=True)
    )
    for prescription in (await db.scalars(over)).all():
        await end(db, prescription, by=None)


def need_of(prescription: Prescription, animal: Animal, *, by: UUID | None) -> Need:
    """Returns what a prescription needs of the stock."""
    return Need(
        prescription_id=prescription.id,
        medicine_id=prescription.medicine_id,
        livestock_id=prescription.livestock_id,
        owner_id=animal.owner_id,
        farm_id=animal.farm_id,
        units=prescription.units,
        until=prescription.last_at.date(),
        by=by,
    )


async def _living(db: UnitOfWork, livestock_id: UUID) -> Animal:
    animal = await db.get_one(Animal, livestock_id, populate_existing=True)
    if animal.gone is not None:
        raise LivestockGone
    return animal


def _checked(request: Request, medicine: Medicine, animal: Animal, wanted: PrescriptionIn) -> Prescription:
    """Raises NotForThisType, RouteNotAllowed, FirstDoseOutOfRange, NoPrice, DoseWarning."""
    now = clock.now()
    first_at = _first_at(request, wanted.first_at or now, now=now)
    period = medicine.withdrawal_period(animal.livestock_type_id)
    if period is None:
        raise NotForThisType
    if wanted.route not in medicine.routes:
        raise RouteNotAllowed
    price = medicine.price(request.currency)
    if price is None:
        raise NoPrice
    weight = animal.weight(now)
    weight_kg = weight[0] if weight else None
    found = list(rules.warnings(wanted.dose, weight_kg, (medicine.dose_from, medicine.dose_to)))
    if set(found) - set(wanted.confirmed_warnings):
        raise DoseWarning(warnings=found)
    times = rules.times(every_hours=wanted.every_hours, duration_days=wanted.duration_days)
    return Prescription(
        request_id=request.id,
        livestock_id=animal.id,
        owner_id=animal.owner_id,
        state=PRESCRIPTIONS.follow("prescribe", None),
        medicine_id=medicine.id,
        medicine_name=medicine.name,
        record_type="vaccination" if request.care_type == "vaccination" else "treatment",
        unit=medicine.unit,
        dose=wanted.dose,
        route=wanted.route,
        every_hours=wanted.every_hours,
        times=times,
        first_at=first_at,
        instructions=wanted.instructions,
        meat_days=period.meat_days,
        milk_days=period.milk_days,
        antimicrobial_class=medicine.antimicrobial_class,
        antimicrobial_mg=medicine.antimicrobial_mg,
        weight_kg=weight_kg,
        warnings=found,
        cost_minor=rules.cost(price, wanted.dose * times),
        currency=request.currency,
        prescribed_by=request.veterinarian_id,
        prescribed_at=now,
    )


def _first_at(request: Request, at: datetime, *, now: datetime) -> datetime:
    began = request.started_at or now
    if not began <= at <= now + FURTHEST:
        raise FirstDoseOutOfRange
    return at


def _record(db: UnitOfWork, prescription: Prescription, action: str, *names: str) -> None:
    after = {"prescription_id": prescription.id} | audit.picture(prescription, *names)
    audit.record(db, action, subject_id=prescription.livestock_id, after=after)
