"""What care says that animals need."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care_visits import CareVaccinationReminded
from game.tasks.models import CareNeed


async def keep(db: UnitOfWork, reminded: CareVaccinationReminded) -> None:
    """Notes that a vaccination is due. One that has ended stays ended."""
    row = insert(CareNeed).values(
        request_id=reminded.request_id, livestock_id=reminded.livestock_id, due_on=reminded.due_on, ended=False
    )
    told = {"livestock_id": row.excluded.livestock_id, "due_on": row.excluded.due_on}
    await db.execute(row.on_conflict_do_update(index_elements=["request_id"], set_=told))


async def end(db: UnitOfWork, request_id: UUID) -> None:
    """Notes that care was given, or will not be."""
    row = insert(CareNeed).values(request_id=request_id, ended=True)
    await db.execute(row.on_conflict_do_update(index_elements=["request_id"], set_={"ended": True}))
