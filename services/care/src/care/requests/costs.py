"""What care costs, line by line. Others add lines while a veterinarian is at work: `require_in_progress` first."""

from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from care.requests.models import CostLine, Request


async def add(db: UnitOfWork, request: Request, *, source_id: UUID, description: str, amount: int, by: UUID) -> None:
    """Adds a line to a request that is locked, or replaces the one of this source. `amount` is minor units of
    the request's currency, at least 0."""
    line = insert(CostLine).values(
        request_id=request.id,
        source_id=source_id,
        description=description[:200],
        amount=amount,
        added_at=clock.now(),
        added_by=by,
    )
    kept = {name: line.excluded[name] for name in ("description", "amount", "added_at", "added_by")}
    await db.execute(line.on_conflict_do_update(index_elements=["request_id", "source_id"], set_=kept))
    await _sum(db, request)


async def remove(db: UnitOfWork, request: Request, *, source_id: UUID) -> None:
    """Takes a source's line off a request that is locked, if there is one."""
    await db.execute(delete(CostLine).where(CostLine.request_id == request.id, CostLine.source_id == source_id))
    await _sum(db, request)


async def _sum(db: UnitOfWork, request: Request) -> None:
    total = select(func.coalesce(func.sum(CostLine.amount), 0)).where(CostLine.request_id == request.id)
    request.cost = int(await db.scalar(total) or 0)
