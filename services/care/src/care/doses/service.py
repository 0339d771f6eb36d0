"""Doses: planned when a prescription is dispensed, given by farm people, missed when nobody says anything.

What was given is a fact, whatever the plan says: it counts after the dose was missed or cancelled, too.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.medicines import TreatmentGiven
from amigok_herd import require_farm_people, require_others
from care.animals.models import Animal, Ownership
from care.doses import queries
from care.doses.errors import ClientIdReused, DoseNotFound, NotThen
from care.doses.machine import DOSES, STEPS
from care.doses.models import Dose, MedicationEntry
from care.doses.schemas import MedicationLogIn, TaskOut
from care.farms.models import Farm
from care.prescriptions import service as prescriptions
from care.prescriptions.errors import PrescriptionNotFound
from care.prescriptions.locks import locked, open_of_animal
from care.prescriptions.models import Prescription
from care.prescriptions.schemas import PrescriptionOut


async def dispense(db: UnitOfWork, prescription_id: UUID, *, by: UUID) -> PrescriptionOut:
    """Dispenses a prescription and plans its doses. Raises what `prescriptions.service.dispense` does."""
    prescription = await prescriptions.dispense(db, prescription_id, by=by)
    for number in range(1, prescription.times + 1):
        planned = Dose(
            prescription_id=prescription.id,
            livestock_id=prescription.livestock_id,
            number=number,
            planned_at=prescription.planned_at(number),
            state=DOSES.follow("plan", None),
        )
        db.add(planned)
    return PrescriptionOut.model_validate(prescription)


async def stop(db: UnitOfWork, prescription_id: UUID, reason: str, *, by: Principal) -> PrescriptionOut:
    """Ends a prescription, for the veterinarian who made it or an administrator.

    Raises PrescriptionNotFound, WrongState.
    """
    prescription = await locked(db, prescription_id)
    if by.role != "admin" and prescription.prescribed_by != by.id:
        raise PrescriptionNotFound
    await _end(db, prescription, by=by.id)
    after = {"prescription_id": prescription.id, "state": prescription.state, "reason": reason}
    audit.record(db, "prescription.ended", subject_id=prescription.livestock_id, after=after)
    return PrescriptionOut.model_validate(prescription)


async def end_all_of(db: UnitOfWork, livestock_id: UUID) -> None:
    """Ends what is prescribed for an animal that is gone."""
    for prescription in await open_of_animal(db, livestock_id):
        await _end(db, prescription, by=None)


async def log(db: UnitOfWork, entry: MedicationLogIn, *, by: Principal) -> TaskOut:
    """Records what became of a dose. An entry that this person has sent before is not recorded again.

    Raises DoseNotFound, OtherFarm, OwnAnimal, NotThen, ClientIdReused, WrongState.
    """
    dose, animal = await _authorised(db, entry.dose_id, by=by)
    now = clock.now()
    happened_at = entry.happened_at or now
    if await _is_known(db, entry, by=by.id):
        audit.unchanged()
        return await queries.task(db, dose.id)
    if not dose.prescription.prescribed_at <= happened_at <= now:
        raise NotThen
    await require_others(db, Animal, Ownership, animal.id, by.id, since=happened_at)
    dose.become(STEPS[entry.outcome])
    db.add(
        MedicationEntry(
            dose_id=dose.id,
            outcome=entry.outcome,
            happened_at=happened_at,
            reason=entry.reason,
            logged_at=now,
            logged_by=by.id,
            client_id=entry.client_id,
        )
    )
    if entry.outcome == "given":
        dose.done_at, dose.farm_id = happened_at, animal.farm_id
    with named_violations({"medication_log_client_id_key": ClientIdReused}):
        await db.flush()
    if entry.outcome == "given":
        _tell_given(db, dose, at=happened_at, by=by.id)
    after = {"dose_id": dose.id, "outcome": entry.outcome, "happened_at": happened_at}
    audit.record(db, "medication.logged", subject_id=animal.id, after=after)
    return await queries.task(db, dose.id)


def _tell_given(db: UnitOfWork, dose: Dose, *, at: datetime, by: UUID) -> None:
    prescription = dose.prescription
    emit(
        db,
        TreatmentGiven(
            prescription_id=prescription.id,
            treatment_id=dose.id,
            request_id=prescription.request_id,
            livestock_id=dose.livestock_id,
            record_type=prescription.record_type,
            medicine_id=prescription.medicine_id,
            medicine_name=prescription.medicine_name,
            dose=f"{prescription.dose.normalize():f} {prescription.unit}, {prescription.route}",
            administered_at=at,
            meat_days=prescription.meat_days,
            milk_days=prescription.milk_days,
            given_by=by,
            veterinarian_id=prescription.prescribed_by,
        ),
    )


async def _authorised(db: UnitOfWork, dose_id: UUID, *, by: Principal) -> tuple[Dose, Animal]:
    """Returns the dose, locked with its prescription, and its animal. Raises DoseNotFound, OtherFarm."""
    dose = await db.get(Dose, dose_id)
    if dose is None:
        raise DoseNotFound
    animal = await db.get_one(Animal, dose.livestock_id)
    await require_farm_people(db, Farm, by, animal.farm_id)
    prescription = await db.get_one(Prescription, dose.prescription_id)
    await db.refresh(prescription, with_for_update={"key_share": True})
    await db.refresh(dose, with_for_update={"key_share": True})
    await db.refresh(dose, ["prescription"])
    return dose, animal


async def _is_known(db: UnitOfWork, entry: MedicationLogIn, *, by: UUID) -> bool:
    """Whether this person has sent the entry before. Raises ClientIdReused if it was another one."""
    if entry.client_id is None:
        return False
    mine = MedicationEntry.client_id == entry.client_id, MedicationEntry.logged_by == by
    known = await db.scalar(select(MedicationEntry).where(*mine))
    if known is None:
        return False
    same = (known.dose_id, known.outcome, known.reason) == (entry.dose_id, entry.outcome, entry.reason)
    if not same or entry.happened_at not in (None, known.happened_at):
        raise ClientIdReused
    return True


async def _end(db: UnitOfWork, prescription: Prescription, *, by: UUID | None) -> None:
    await prescriptions.end(db, prescription, by=by)
    waiting = select(Dose).where(Dose.prescription_id == prescription.id, Dose.state.in_(("planned", "missed")))
    for dose in (await db.scalars(waiting.order_by(Dose.id).with_for_update(key_share=True))).all():
        dose.become("cancel")
