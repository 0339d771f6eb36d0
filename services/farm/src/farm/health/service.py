"""Records the health of animals, under the lock of the animal's row."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import and_, exists, or_, update
from sqlalchemy.orm import aliased

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import service as blocks
from farm.health import rules
from farm.health.errors import AlreadySuperseded, InFuture, UnknownRecord, VeterinarianRequired
from farm.health.models import HealthRecord
from farm.health.schemas import HealthRecordIn, HealthRecordOut, MedicationIn, shown
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.medicines import service as medicines
from farm.medicines.errors import NotForThisType, UnknownMedicine
from farm.ownership import service as ownership
from farm.staff import service as staff
from farm.staff.errors import Doubt, SecondPersonNeeded, refuse_doubtful
from farm.staff.roles import JUDGES

log = structlog.get_logger()

_PLAIN = (
    "record_type",
    "description",
    "diagnosis",
    "treatment",
    "veterinarian_notes",
    "next_checkup_on",
    "supersedes_id",
)


async def record(db: UnitOfWork, livestock_id: UUID, body: HealthRecordIn, *, by: Principal) -> HealthRecordOut:
    """Records what happened to an animal, and changes its blocks accordingly.

    Only veterinarians give prescription-only medicines. Only they and administrators end a quarantine, or correct a
    record so that the animal may be sold earlier. Raises LivestockNotFound, OtherFarm, OwnAnimal, InFuture,
    UnknownRecord, AlreadySuperseded, UnknownMedicine, NotForThisType, VeterinarianRequired, InQuarantine,
    NotInQuarantine, EndStays; SecondPersonNeeded if it is late, or a correction that allows an earlier sale.
    """
    await admit(db, livestock_id, body, by=by)
    refuse_doubtful(await ownership.late(db, livestock_id, await about(db, body)))
    return await store(db, livestock_id, body, by=by.id, role=by.role)


async def admit(db: UnitOfWork, livestock_id: UUID, body: HealthRecordIn, *, by: Principal) -> Livestock:
    """Returns the animal, locked, if this person may record what happened to it then.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, InFuture.
    """
    animal = await lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    if body.occurred_at is not None and body.occurred_at > clock.now():
        raise InFuture
    await ownership.require_others(db, livestock_id, by.id, since=await about(db, body))
    return animal


async def about(db: UnitOfWork, body: HealthRecordIn) -> datetime:
    """Returns the earliest moment that a record states something about or corrects something of."""
    at = body.occurred_at or clock.now()
    corrected = await db.get(HealthRecord, body.supersedes_id) if body.supersedes_id is not None else None
    return at if corrected is None else min(at, corrected.occurred_at)


async def store(
    db: UnitOfWork, livestock_id: UUID, body: HealthRecordIn, *, by: UUID, role: str, approved: bool = False
) -> HealthRecordOut:
    """Stores a record; `approved` by a second person. Raises what `record` raises about the record itself."""
    animal, now = await lock_animal(db, livestock_id), clock.now()
    occurred_at = body.occurred_at or now
    if body.record_type == "quarantine_end":
        _requires_veterinarian(role)
    corrected = await _corrected(db, livestock_id, body.supersedes_id)
    new = HealthRecord(
        id=new_id(),
        livestock_id=livestock_id,
        occurred_at=occurred_at,
        recorded_at=now,
        recorded_by=by,
        cost_minor=None if body.cost is None else body.cost.minor,
        currency=None if body.cost is None else body.cost.currency,
        **{name: getattr(body, name) for name in _PLAIN},
    )
    if body.medication is not None:
        type_id = animal.livestock_type_id
        given = await _given(db, body.medication, type_id, corrected, since=occurred_at, now=now, role=role)
        for name, value in given.items():
            setattr(new, name, value)
    await _save(db, new, corrected, role=role, approved=approved)
    after = {"record_id": new.id} | audit.picture(new, "record_type", "supersedes_id")
    audit.record(db, "health.recorded", subject_id=livestock_id, after=after)
    log.info("health.recorded", livestock_id=str(livestock_id), record_type=new.record_type)
    return shown(new)


async def _save(
    db: UnitOfWork, new: HealthRecord, corrected: HealthRecord | None, *, role: str, approved: bool
) -> None:
    own = await blocks.own(db, new.livestock_id, now=new.recorded_at)
    effects = rules.effects(new, corrected, {(block.reason, block.source_id): block.until for block in own})
    if effects.eases:
        _requires_veterinarian(role)
    if corrected is not None:
        if effects.eases and not approved:
            raise SecondPersonNeeded([Doubt("correction", "The animal could be sold earlier.")])
        corrected.superseded_at, corrected.is_due = new.recorded_at, False
    db.add(new)
    await db.flush()
    await blocks.change(db, new.livestock_id, place=effects.place, clear=effects.clear)
    await mark_due(db, new.livestock_id)


async def _corrected(db: UnitOfWork, livestock_id: UUID, record_id: UUID | None) -> HealthRecord | None:
    if record_id is None:
        return None
    found = await db.get(HealthRecord, record_id, populate_existing=True)
    if found is None or found.livestock_id != livestock_id:
        raise UnknownRecord
    if found.superseded_at is not None:
        raise AlreadySuperseded
    return found


async def _given(
    db: UnitOfWork,
    medication: MedicationIn,
    type_id: UUID,
    corrected: HealthRecord | None,
    *,
    since: datetime,
    now: datetime,
    role: str,
) -> dict[str, Any]:
    """Returns the columns of a record that describe the medicine, as the catalogue has it now."""
    last = medication.last_administered_at or since
    if not since <= last <= now:
        raise InFuture("The last administration lies between what happened and now.")
    medicine = await medicines.find(db, medication.medicine_id)
    known = corrected is not None and corrected.medicine_id == medication.medicine_id
    if medicine is None or (medicine.retired_at is not None and not known):
        raise UnknownMedicine
    if medicine.prescription_only and role != "veterinarian":
        raise VeterinarianRequired("This medicine is given by a veterinarian only.")
    days = next((each for each in medicine.withdrawal_periods if each.livestock_type_id == type_id), None)
    if days is None:
        raise NotForThisType
    return {
        "medicine_id": medicine.id,
        "medicine_name": medicine.name,
        "dose": medication.dose,
        "last_administered_at": last,
        "meat_days": days.meat_days,
        "milk_days": days.milk_days,
        "meat_until": last + timedelta(days=days.meat_days),
        "milk_until": last + timedelta(days=days.milk_days),
    }


def _requires_veterinarian(role: str) -> None:
    if role not in JUDGES:
        raise VeterinarianRequired


async def mark_due(db: UnitOfWork, livestock_id: UUID) -> None:
    """Marks the records of an animal whose next date no later record has met.

    A vaccination meets the dates of earlier vaccinations with the same medicine, a check-up those of all other earlier
    records. A new date replaces the earlier ones.
    """
    later = aliased(HealthRecord)
    meets = or_(
        and_(
            HealthRecord.record_type == "vaccination",
            later.record_type == "vaccination",
            later.medicine_id.is_not_distinct_from(HealthRecord.medicine_id),
        ),
        and_(
            HealthRecord.record_type != "vaccination",
            later.record_type != "vaccination",
            or_(later.record_type == "checkup", later.next_checkup_on.is_not(None)),
        ),
    )
    follows = or_(
        later.occurred_at > HealthRecord.occurred_at,
        and_(later.occurred_at == HealthRecord.occurred_at, later.id > HealthRecord.id),
    )
    met = exists().where(later.livestock_id == livestock_id, later.superseded_at.is_(None), follows, meets)
    due = and_(HealthRecord.next_checkup_on.is_not(None), HealthRecord.superseded_at.is_(None), ~met)
    await db.execute(
        update(HealthRecord)
        .where(HealthRecord.livestock_id == livestock_id, HealthRecord.is_due != due)
        .values(is_due=due)
        .execution_options(synchronize_session=False)
    )
