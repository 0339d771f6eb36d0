"""Blocks that other services ask for (`amigok_contracts.sale_blocks`). Nothing here names their events."""

from amigok_chassis.inbox import Reject
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.base import producer
from amigok_contracts.sale_blocks import BlockEnd, BlockRequest
from farm.blocks import service
from farm.blocks.reasons import REASONS
from farm.livestock.locks import lock_animal_if_any


async def place(db: UnitOfWork, request: BlockRequest) -> None:
    """Blocks the sale of an animal, if there is one. Raises Reject for a reason that is not the producer's to give."""
    _refuse_others(request)
    if await lock_animal_if_any(db, request.livestock_id) is not None:
        await service.place(
            db,
            livestock_id=request.livestock_id,
            reason=request.block_reason,
            source_id=request.source_id,
            until=request.ends_at,
            owner_id=request.owner_id,
        )


async def end(db: UnitOfWork, request: BlockEnd) -> None:
    """Ends a block, or keeps it from ever being placed. Raises Reject as above."""
    _refuse_others(request)
    if await lock_animal_if_any(db, request.livestock_id) is not None:
        await service.clear(
            db, livestock_id=request.livestock_id, reason=request.block_reason, source_id=request.source_id
        )


def _refuse_others(request: BlockRequest | BlockEnd) -> None:
    assert isinstance(request, Event)
    reason = REASONS.get(request.block_reason)
    if reason is None or producer(request) not in reason.asked_by:
        raise Reject(f"{request.type} cannot block a sale for {request.block_reason}")
