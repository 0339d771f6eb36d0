"""Blocks over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.blocks import by_hand, queries
from farm.blocks.errors import BlockEnded, BlockNotFound, NotByHand, UntilPassed
from farm.blocks.schemas import BlockIn, BlockOut, ClearIn, SaleStatusOut
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.livestock.errors import LivestockNotFound
from farm.ownership.errors import OwnAnimal

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@router.get("/livestock/{livestock_id}/sale-status", responses=problems(LivestockNotFound))
async def get_sale_status(livestock_id: UUID, db: Reader) -> SaleStatusOut:
    """Returns whether an animal can be sold now, each reason why not, and when that ends."""
    return await queries.status(db, livestock_id)


@admin.get("/livestock/{livestock_id}/sale-blocks", responses=problems(LivestockNotFound))
async def list_sale_blocks(livestock_id: UUID, page: PageRequest, db: Reader) -> Page[BlockOut]:
    """Lists an animal's own blocks, standing and ended, newest first."""
    return await queries.blocks_of(db, page, livestock_id)


@admin.post(
    "/livestock/{livestock_id}/sale-blocks",
    status_code=201,
    responses=problems(OwnAnimal, LivestockNotFound, ClientIdReused, UntilPassed),
)
async def place_sale_block(livestock_id: UUID, body: BlockIn, me: CurrentUser, db: Session) -> BlockOut:
    """Blocks the sale of an animal."""
    return await once(
        db,
        "block",
        livestock_id,
        body,
        by=me,
        show=queries.block,
        record=lambda: by_hand.place(db, livestock_id, by=me.id, **body.values),
    )


@admin.post(
    "/livestock/{livestock_id}/sale-blocks/{block_id}/clear",
    responses=problems(OwnAnimal, BlockNotFound, LivestockNotFound, BlockEnded, NotByHand),
)
async def clear_sale_block(livestock_id: UUID, block_id: UUID, body: ClearIn, me: RecentUser, db: Session) -> BlockOut:
    """Ends a block of an animal."""
    return await by_hand.clear(db, livestock_id, block_id, by=me.id, note=body.note)
