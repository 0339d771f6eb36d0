"""Keeps what animals weighed. The farm's events may come in any order."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockRegistered, LivestockWeighed
from feed.feeding.models import Weighing


@on(LivestockRegistered)
async def registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    if event.registered_at is not None:
        await _keep(db, event.livestock_id, event.livestock_id, event.registered_at, event.weight_kg)


@on(LivestockWeighed)
async def weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    await _keep(db, event.weighing_id, event.livestock_id, event.measured_at, event.measured_kg)
    if event.supersedes_id is not None:
        await _supersede(db, event.supersedes_id, event.livestock_id, event.measured_at)


async def _keep(db: UnitOfWork, id: UUID, livestock_id: UUID, at: datetime, kg: Decimal) -> None:
    row = insert(Weighing).values(id=id, livestock_id=livestock_id, measured_at=at, kg=kg, is_superseded=False)
    await db.execute(row.on_conflict_do_update(index_elements=["id"], set_={"kg": kg, "measured_at": at}))


async def _supersede(db: UnitOfWork, id: UUID, livestock_id: UUID, at: datetime) -> None:
    row = insert(Weighing).values(id=id, livestock_id=livestock_id, measured_at=at, is_superseded=True)
    await db.execute(row.on_conflict_do_update(index_elements=["id"], set_={"is_superseded": True}))
