"""Keeps which doses are due and which were given. Care's events may come in any order."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.medicines import DoseDue, TreatmentGiven
from feed.doses.models import Dose


@on(DoseDue)
async def dose_due(db: UnitOfWork, event: DoseDue) -> None:
    about = {"id": event.dose_id, "livestock_id": event.livestock_id, "medicine_name": event.medicine_name}
    await _keep(db, about, planned_at=event.planned_at)


@on(TreatmentGiven)
async def treatment_given(db: UnitOfWork, event: TreatmentGiven) -> None:
    about = {"id": event.treatment_id, "livestock_id": event.livestock_id, "medicine_name": event.medicine_name}
    await _keep(db, about, given_at=event.administered_at)


async def _keep(db: UnitOfWork, about: dict[str, object], **times: datetime) -> None:
    row = insert(Dose).values(**about, **times)
    await db.execute(row.on_conflict_do_update(index_elements=["id"], set_=times))
