"""What the farm knows of medicines, from care's events. Records of treatments have their own copies of the periods.

The farm had the catalogue before. What it had, it publishes with the same ids until care publishes it in turn.
"""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from amigok_chassis import clock, newer
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import medicines
from amigok_contracts.farm import MedicineHandedOver
from amigok_contracts.medicines import MedicineChanged
from farm.medicines.models import Medicine, WithdrawalPeriod
from farm.types.models import LivestockType


async def find(db: UnitOfWork, medicine_id: UUID) -> Medicine | None:
    """Returns a medicine with its withdrawal periods, retired or not, or None."""
    return await db.get(Medicine, medicine_id, options=[_with_periods()])


async def keep(db: UnitOfWork, event: MedicineChanged) -> None:
    """Keeps what a medicine is like, if it is newer than what is known. Types that were removed are left out."""
    now = clock.now()
    values = {
        "id": event.medicine_id,
        "care_version": event.aggregate_version,
        "name": event.name,
        "active_substance": event.active_substance,
        "prescription_only": event.prescription_only,
        "retired_at": now if event.retired else None,
    }
    if await newer.keep(db, Medicine, values, version="care_version", new={"created_at": now, "version": 1}):
        await _replace_periods(db, event)


async def hand_over(db: UnitOfWork) -> None:
    """Publishes the medicines that care has not published yet."""
    unknown = select(Medicine).options(_with_periods()).where(Medicine.care_version == 0).order_by(Medicine.id)
    for medicine in await db.scalars(unknown):
        emit(db, _handed_over(medicine))


async def _replace_periods(db: UnitOfWork, event: MedicineChanged) -> None:
    await db.execute(delete(WithdrawalPeriod).where(WithdrawalPeriod.medicine_id == event.medicine_id))
    named = {each.livestock_type_id: each for each in event.withdrawal_periods}
    known = (await db.scalars(select(LivestockType.id).where(LivestockType.id.in_(named)))).all()
    if known:
        rows = [{"medicine_id": event.medicine_id, **named[type_id].model_dump()} for type_id in known]
        await db.execute(insert(WithdrawalPeriod).values(rows))


def _handed_over(medicine: Medicine) -> MedicineHandedOver:
    periods = [
        medicines.WithdrawalPeriod(
            livestock_type_id=each.livestock_type_id, meat_days=each.meat_days, milk_days=each.milk_days
        )
        for each in medicine.withdrawal_periods
    ]
    return MedicineHandedOver(
        medicine_id=medicine.id,
        name=medicine.name,
        active_substance=medicine.active_substance,
        prescription_only=medicine.prescription_only,
        withdrawal_periods=tuple(periods),
        retired=medicine.retired_at is not None,
        revision=medicine.version,
        created_at=medicine.created_at,
    )


def _with_periods() -> ORMOption:
    return selectinload(Medicine.withdrawal_periods)
