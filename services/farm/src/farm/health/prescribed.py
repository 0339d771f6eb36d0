"""Records what care publishes: what animals were given by prescription, and care without medicine.

All doses of a prescription are one record, whose id is the prescription's: each later dose extends its withdrawal
period and its block. The doses may come in any order and more than once. If people have corrected the record, it stays
as it is, and each dose after the last one in it gets a record of its own.
"""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CheckupDone
from amigok_contracts.medicines import TreatmentGiven
from farm.blocks import service as blocks
from farm.blocks.service import Cause
from farm.health.models import HealthRecord
from farm.health.rules import WITHDRAWAL_PERIOD
from farm.health.service import mark_due
from farm.livestock.locks import lock_animal


async def record(db: UnitOfWork, event: TreatmentGiven) -> None:
    """Records a dose that was given. Raises LivestockNotFound."""
    await lock_animal(db, event.livestock_id)
    known, record_id = await _find(db, event.prescription_id), event.prescription_id
    if known is not None and known.superseded_at is not None:
        if _is_in(event, known):
            return
        known, record_id = await _find(db, event.treatment_id), event.treatment_id
    kept = known or _begin(db, event, record_id)
    if kept.superseded_at is not None:
        return
    _extend(kept, event)
    await db.flush()
    await blocks.extend(db, event.livestock_id, Cause(WITHDRAWAL_PERIOD, kept.id, kept.meat_until))
    await mark_due(db, event.livestock_id)


async def record_checkup(db: UnitOfWork, event: CheckupDone) -> None:
    """Records care without medicine, once: the record's id is the request's. Raises LivestockNotFound."""
    await lock_animal(db, event.livestock_id)
    if await _find(db, event.request_id) is not None:
        return
    done = HealthRecord(
        id=event.request_id,
        livestock_id=event.livestock_id,
        record_type="vaccination" if event.care_type == "vaccination" else "checkup",
        occurred_at=event.done_at,
        recorded_at=max(clock.now(), event.done_at),
        recorded_by=event.veterinarian_id,
        description=event.service_name,
    )
    db.add(done)
    await db.flush()
    await mark_due(db, event.livestock_id)


async def _find(db: UnitOfWork, record_id: UUID) -> HealthRecord | None:
    return await db.get(HealthRecord, record_id, populate_existing=True)


def _is_in(event: TreatmentGiven, known: HealthRecord) -> bool:
    return known.last_administered_at is not None and event.administered_at <= known.last_administered_at


def _begin(db: UnitOfWork, event: TreatmentGiven, record_id: UUID) -> HealthRecord:
    new = HealthRecord(
        id=record_id,
        livestock_id=event.livestock_id,
        record_type=event.record_type if event.record_type == "vaccination" else "treatment",
        occurred_at=event.administered_at,
        recorded_by=event.given_by,
        medicine_id=event.medicine_id,
        medicine_name=event.medicine_name,
        dose=event.dose,
        last_administered_at=event.administered_at,
        meat_days=event.meat_days,
        milk_days=event.milk_days,
    )
    db.add(new)
    return new


def _extend(record: HealthRecord, event: TreatmentGiven) -> None:
    last = max(record.last_administered_at or event.administered_at, event.administered_at)
    record.occurred_at = min(record.occurred_at, event.administered_at)
    record.last_administered_at = last
    record.meat_until = last + timedelta(days=event.meat_days)
    record.milk_until = last + timedelta(days=event.milk_days)
    record.recorded_at = max(clock.now(), last)
