"""Blocks that administrators place and clear themselves, each time with a note that is kept."""

from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import exists, select

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import service
from farm.blocks.errors import BlockEnded, BlockNotFound, NotByHand, UntilPassed
from farm.blocks.models import SaleBlock, SaleBlockAct
from farm.blocks.queries import shown
from farm.blocks.reasons import DISPUTE, REASONS
from farm.blocks.schemas import BlockOut
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.ownership import service as ownership

log = structlog.get_logger()


async def place(
    db: UnitOfWork, livestock_id: UUID, *, reason: str, note: str, until: datetime | None, by: UUID
) -> BlockOut:
    """Blocks an animal's sale. Raises LivestockNotFound, OwnAnimal, UntilPassed."""
    if until is not None and until <= clock.now():
        raise UntilPassed
    source_id, animal = new_id(), await lock_animal(db, livestock_id)
    await ownership.require_others(db, livestock_id, by, since=clock.now())
    await service.place(db, livestock_id=livestock_id, reason=reason, source_id=source_id, until=until)
    block = (await db.scalars(select(SaleBlock).where(SaleBlock.source_id == source_id))).one()
    return await _record(db, animal, block, "placed", note=note, by=by)


async def clear(db: UnitOfWork, livestock_id: UUID, block_id: UUID, *, note: str, by: UUID) -> BlockOut:
    """Ends a block whose reason administrators may clear. A dispute's own block ends with the dispute.

    Raises LivestockNotFound, OwnAnimal, BlockNotFound, NotByHand, BlockEnded.
    """
    animal = await lock_animal(db, livestock_id)
    block = await db.get(SaleBlock, block_id, populate_existing=True)
    if block is None or block.livestock_id != livestock_id:
        raise BlockNotFound
    await ownership.require_others(db, livestock_id, by, since=block.placed_at)
    if not REASONS[block.reason].by_hand or (block.reason == DISPUTE and not await _placed_by_hand(db, block_id)):
        raise NotByHand
    if block.cleared_at is not None or (block.until is not None and block.until <= clock.now()):
        raise BlockEnded
    await service.clear(db, livestock_id=livestock_id, reason=block.reason, source_id=block.source_id)
    await db.refresh(block)
    return await _record(db, animal, block, "cleared", note=note, by=by)


async def _placed_by_hand(db: UnitOfWork, block_id: UUID) -> bool:
    placed = exists().where(SaleBlockAct.block_id == block_id, SaleBlockAct.action == "placed")
    return bool(await db.scalar(select(placed)))


async def _record(db: UnitOfWork, animal: Livestock, block: SaleBlock, action: str, *, note: str, by: UUID) -> BlockOut:
    db.add(SaleBlockAct(block_id=block.id, action=action, acted_by=by, acted_at=clock.now(), note=note))
    audit.record(
        db,
        f"sale_block.{action}",
        subject_id=animal.id,
        after={"block_id": block.id, "reason": block.reason, "until": block.until, "note": note},
        personal={"note"},
        person_id=animal.owner_id,
    )
    log.info(f"block.{action}", block_id=str(block.id), livestock_id=str(animal.id), reason=block.reason)
    (view,) = await shown(db, [block])
    return view
