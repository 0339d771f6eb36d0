"""What care says that animals need."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import newer
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care_visits import CareVaccinationReminded
from game.tasks.models import CareNeed


async def keep(db: UnitOfWork, reminded: CareVaccinationReminded) -> None:
    """Notes that a vaccination is due, as the newest reminder says. One that has ended stays ended."""
    told = reminded.model_dump(include={"request_id", "livestock_id", "due_on"})
    await newer.keep(db, CareNeed, {**told, "version": reminded.aggregate_version}, new={"ended": False})


async def end(db: UnitOfWork, request_id: UUID) -> None:
    """Notes that care was given, or will not be."""
    row = insert(CareNeed).values(request_id=request_id, version=-1, ended=True)
    await db.execute(row.on_conflict_do_update(index_elements=["request_id"], set_={"ended": True}))
