"""What a phone has kept while it was offline: many entries at once, each with its verdict."""

from collections.abc import Sequence

from sqlalchemy import select

from amigok_chassis import audit
from amigok_chassis.auth import Principal
from amigok_chassis.errors import DomainError
from amigok_chassis.unit_of_work import UnitOfWork
from care.doses import service
from care.doses.models import Dose
from care.doses.schemas import MedicationLogIn, MedicationVerdictOut, MedicationVerdictsOut


async def log_all(db: UnitOfWork, entries: Sequence[MedicationLogIn], *, by: Principal) -> MedicationVerdictsOut:
    """Records entries, and returns a verdict on each. What is refused keeps no other from being recorded."""
    audit.unchanged()
    verdicts = {number: await _log(db, entries[number], by=by) for number in await _in_order_of_locks(db, entries)}
    return MedicationVerdictsOut(items=[verdicts[number] for number in range(len(entries))])


async def _in_order_of_locks(db: UnitOfWork, entries: Sequence[MedicationLogIn]) -> list[int]:
    """Returns in which order to take them: by prescription and dose, so that two phones wait for each other.

    Several entries about one dose stay in the order in which they were sent.
    """
    query = select(Dose.id, Dose.prescription_id).where(Dose.id.in_([entry.dose_id for entry in entries]))
    prescriptions = {row.id: row.prescription_id for row in await db.execute(query)}
    keys = [(prescriptions.get(entry.dose_id, entry.dose_id), entry.dose_id) for entry in entries]
    return sorted(range(len(entries)), key=keys.__getitem__)


async def _log(db: UnitOfWork, entry: MedicationLogIn, *, by: Principal) -> MedicationVerdictOut:
    sent = {"client_id": entry.client_id, "dose_id": entry.dose_id}
    try:
        async with db.begin_nested():
            return MedicationVerdictOut(**sent, task=await service.log(db, entry, by=by))
    except DomainError as refusal:
        return MedicationVerdictOut(**sent, code=refusal.code, title=refusal.title)
