"""The catalogue of medicines. Records of treatments have their own copies of the withdrawal periods."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from amigok_chassis import audit, clock
from amigok_chassis.errors import DomainError
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.medicines.errors import MedicineExists, MedicineNotFound
from farm.medicines.models import Medicine, WithdrawalPeriod
from farm.medicines.schemas import MedicineChange, MedicineIn, MedicineOut
from farm.tables import named_violations, refuse_other_version
from farm.types.errors import UnknownLivestockType

_VIOLATIONS: dict[str, type[DomainError]] = {
    "medicines_name_key": MedicineExists,
    "withdrawal_periods_livestock_type_id_fkey": UnknownLivestockType,
}


async def add(db: UnitOfWork, wanted: MedicineIn) -> MedicineOut:
    """Adds a medicine. Names that differ only in letter case are the same.

    Raises MedicineExists, UnknownLivestockType.
    """
    medicine = Medicine(created_at=clock.now(), withdrawal_periods=[])
    db.add(medicine)
    await _write(db, medicine, wanted)
    audit.record(db, "medicine.added", subject_id=medicine.id, after=_picture(medicine))
    return MedicineOut.model_validate(medicine)


async def change(db: UnitOfWork, medicine_id: UUID, wanted: MedicineChange) -> MedicineOut:
    """Replaces a medicine for future treatments.

    Raises MedicineNotFound, VersionConflict, MedicineExists, UnknownLivestockType.
    """
    medicine = await _locked(db, medicine_id)
    refuse_other_version(wanted.version, medicine.version)
    medicine.version += 1
    before = _picture(medicine)
    await _write(db, medicine, wanted)
    audit.record(db, "medicine.changed", subject_id=medicine_id, before=before, after=_picture(medicine))
    return MedicineOut.model_validate(medicine)


async def retire(db: UnitOfWork, medicine_id: UUID) -> None:
    """Retires a medicine; records keep it. Raises MedicineNotFound."""
    (await _locked(db, medicine_id)).retired_at = clock.now()
    audit.record(db, "medicine.retired", subject_id=medicine_id)


async def list_medicines(db: UnitOfWork, paging: Paging) -> Page[MedicineOut]:
    """Returns all medicines that are not retired, newest first."""
    query = select(Medicine).options(_with_periods()).where(Medicine.retired_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Medicine.id])
    return Page(items=[MedicineOut.model_validate(row) for row in rows], next_cursor=cursor)


async def find(db: UnitOfWork, medicine_id: UUID) -> Medicine | None:
    """Returns a medicine with its withdrawal periods, retired or not, or None."""
    return await db.get(Medicine, medicine_id, options=[_with_periods()])


async def _locked(db: UnitOfWork, medicine_id: UUID) -> Medicine:
    medicine = await db.get(Medicine, medicine_id, options=[_with_periods()], with_for_update={"key_share": True})
    if medicine is None or medicine.retired_at is not None:
        raise MedicineNotFound
    return medicine


async def _write(db: UnitOfWork, medicine: Medicine, wanted: MedicineIn) -> None:
    medicine.name, medicine.active_substance = wanted.name, wanted.active_substance
    medicine.prescription_only = wanted.prescription_only
    _set_periods(medicine, [WithdrawalPeriod(**dict(each)) for each in wanted.withdrawal_periods])
    with named_violations(_VIOLATIONS):
        await db.flush()


def _picture(medicine: Medicine) -> audit.Values:
    days = {str(each.livestock_type_id): [each.meat_days, each.milk_days] for each in medicine.withdrawal_periods}
    return audit.picture(medicine, "name", "active_substance", "prescription_only") | {"withdrawal_periods": days}


def _set_periods(medicine: Medicine, wanted: Sequence[WithdrawalPeriod]) -> None:
    known = {each.livestock_type_id: each for each in medicine.withdrawal_periods}
    for each in wanted:
        old = known.pop(each.livestock_type_id, None)
        if old is None:
            medicine.withdrawal_periods.append(each)
        else:
            old.meat_days, old.milk_days = each.meat_days, each.milk_days
    for gone in known.values():
        medicine.withdrawal_periods.remove(gone)


def _with_periods() -> ORMOption:
    return selectinload(Medicine.withdrawal_periods)
