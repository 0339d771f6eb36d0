"""The catalogue of medicines. What was prescribed has its own copies of names, doses and withdrawal periods."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.text import comparable
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import MedicineHandedOver
from amigok_contracts.medicines import MedicineChanged, WithdrawalPeriod
from care.farms.service import require_types
from care.medicines.errors import MedicineExists, MedicineNotFound
from care.medicines.models import Medicine
from care.medicines.schemas import MedicineChange, MedicineIn, MedicineOut


async def add(db: UnitOfWork, wanted: MedicineIn) -> MedicineOut:
    """Adds a medicine. Names that differ only in letter case are the same.

    Raises MedicineExists, UnknownLivestockType.
    """
    medicine = Medicine(id=new_id(), created_at=clock.now(), version=1)
    await _write(db, medicine, wanted, names=set(MedicineIn.model_fields))
    audit.record(db, "medicine.added", subject_id=medicine.id, after=_picture(medicine))
    return MedicineOut.model_validate(medicine)


async def change(db: UnitOfWork, medicine_id: UUID, wanted: MedicineChange) -> MedicineOut:
    """Changes a medicine for what is prescribed from now on. Fields that were not sent keep what they have.

    Raises MedicineNotFound, VersionConflict, MedicineExists, UnknownLivestockType.
    """
    medicine = await locked(db, medicine_id)
    refuse_other_version(wanted.version, medicine.version)
    medicine.version += 1
    before = _picture(medicine)
    await _write(db, medicine, wanted, names=wanted.model_fields_set - {"version"})
    audit.record(db, "medicine.changed", subject_id=medicine_id, before=before, after=_picture(medicine))
    return MedicineOut.model_validate(medicine)


async def retire(db: UnitOfWork, medicine_id: UUID) -> None:
    """Retires a medicine: what was prescribed keeps it, here and in the farm's records. Raises MedicineNotFound."""
    medicine = await locked(db, medicine_id)
    medicine.retired_at = clock.now()
    medicine.version += 1
    _publish(db, medicine)
    audit.record(db, "medicine.retired", subject_id=medicine_id)


async def list_medicines(db: UnitOfWork, paging: Paging) -> Page[MedicineOut]:
    """Returns all medicines that are not retired, newest first."""
    query = select(Medicine).where(Medicine.retired_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Medicine.id])
    return Page(items=[MedicineOut.model_validate(row) for row in rows], next_cursor=cursor)


async def locked(db: UnitOfWork, medicine_id: UUID) -> Medicine:
    """Returns a medicine that is not retired, under the lock that all changes of its stock take.

    Raises MedicineNotFound.
    """
    await db.execute(select(Medicine.id).where(Medicine.id == medicine_id).with_for_update(key_share=True))
    return await offered(db, medicine_id)


async def offered(db: UnitOfWork, medicine_id: UUID) -> Medicine:
    """Returns a medicine that is not retired. Raises MedicineNotFound."""
    medicine = await db.get(Medicine, medicine_id, populate_existing=True)
    if medicine is None or medicine.retired_at is not None:
        raise MedicineNotFound
    return medicine


async def adopt(db: UnitOfWork, event: MedicineHandedOver) -> None:
    """Takes over a medicine of the farm's catalogue, unless it is known. Repeating it has no further effect.

    It comes as a retired one where another has its name by now.
    """
    periods = [period.model_dump(mode="json") for period in event.withdrawal_periods]
    row = insert(Medicine).values(
        id=event.medicine_id,
        name=event.name,
        active_substance=event.active_substance,
        prescription_only=event.prescription_only,
        version=event.revision,
        created_at=event.created_at,
        name_key=comparable(event.name),
        withdrawal_periods=periods,
        prices=[],
        routes=[],
        unit="ml",
        retired_at=clock.now() if event.retired or await _is_taken(db, event.name) else None,
    )
    added = row.on_conflict_do_nothing(index_elements=["id"]).returning(Medicine)
    if (medicine := await db.scalar(added)) is not None:
        _publish(db, medicine)


async def _is_taken(db: UnitOfWork, name: str) -> bool:
    named = select(Medicine.id).where(Medicine.name_key == comparable(name), Medicine.retired_at.is_(None))
    return await db.scalar(named) is not None


async def _write(db: UnitOfWork, medicine: Medicine, wanted: MedicineIn, *, names: Collection[str]) -> None:
    await require_types(db, {each.livestock_type_id for each in wanted.withdrawal_periods})
    for name in names:
        setattr(medicine, name, _stored(getattr(wanted, name)))
    db.add(medicine)
    with named_violations({"medicines_name_key": MedicineExists}):
        await db.flush()
    _publish(db, medicine)


def _stored(value: Any) -> Any:
    """Models in lists as they stand in JSON."""
    if isinstance(value, list):
        return [each if isinstance(each, str) else each.model_dump(mode="json") for each in value]
    return value


def _publish(db: UnitOfWork, medicine: Medicine) -> None:
    emit(
        db,
        MedicineChanged(
            medicine_id=medicine.id,
            name=medicine.name,
            active_substance=medicine.active_substance,
            prescription_only=medicine.prescription_only,
            withdrawal_periods=tuple(map(WithdrawalPeriod.model_validate, medicine.withdrawal_periods)),
            retired=medicine.retired_at is not None,
        ),
    )


def _picture(medicine: Medicine) -> audit.Values:
    return audit.picture(medicine, *MedicineIn.model_fields)
