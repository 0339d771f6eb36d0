"""Reads of blocks."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks.models import SaleBlock, SaleBlockAct
from farm.blocks.obstacles import obstacles
from farm.blocks.schemas import ActOut, BlockOut, SaleStatusOut
from farm.blocks.service import standing
from farm.livestock.locks import get_animal


async def status(db: UnitOfWork, livestock_id: UUID) -> SaleStatusOut:
    """Returns whether an animal can be sold now, and if not, why and until when. Raises LivestockNotFound."""
    animal = await get_animal(db, livestock_id)
    blocks = obstacles(animal.status, await standing(db, livestock_id, now=clock.now()))
    return SaleStatusOut(livestock_id=livestock_id, sellable=not blocks, blocks=blocks)


async def blocks_of(db: UnitOfWork, paging: Paging, livestock_id: UUID) -> Page[BlockOut]:
    """Returns an animal's own blocks, standing and ended, newest first. Raises LivestockNotFound."""
    await get_animal(db, livestock_id)
    query = select(SaleBlock).where(SaleBlock.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[SaleBlock.id])
    return Page(items=await shown(db, rows), next_cursor=cursor)


async def block(db: UnitOfWork, block_id: UUID) -> BlockOut:
    """Returns a block that exists."""
    (view,) = await shown(db, [await db.get_one(SaleBlock, block_id)])
    return view


async def shown(db: UnitOfWork, blocks: Sequence[SaleBlock]) -> list[BlockOut]:
    """Returns the blocks with what administrators did to them."""
    of_these = select(SaleBlockAct).where(SaleBlockAct.block_id.in_([block.id for block in blocks]))
    acts: defaultdict[UUID, list[ActOut]] = defaultdict(list)
    for act in await db.scalars(of_these.order_by(SaleBlockAct.id)):
        acts[act.block_id].append(ActOut.model_validate(act))
    return [BlockOut.model_validate({**_columns(block), "acts": acts[block.id]}) for block in blocks]


def _columns(block: SaleBlock) -> dict[str, object]:
    return {name: getattr(block, name) for name in BlockOut.model_fields if name != "acts"}
