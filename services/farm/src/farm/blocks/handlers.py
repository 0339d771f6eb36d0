"""Blocks that other services ask for; and what happens to the notes on blocks when a user is deleted."""

from collections.abc import Iterable

from sqlalchemy import select, update

from amigok_chassis.service import Handler, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.identity import UserDeleted
from amigok_contracts.sale_blocks import BlockEnd, BlockRequest
from farm.blocks import requests
from farm.blocks.models import SaleBlock, SaleBlockAct
from farm.livestock.locks import ANIMALS
from farm.ownership.models import Ownership

_ASKED = ((BlockRequest, requests.place), (BlockEnd, requests.end))


def requested(events: Iterable[type[Event]]) -> list[Handler]:
    """A handler for each of these events that asks for a block, or for its end."""
    locks = (ANIMALS.of("livestock_id"),)
    return [Handler(event, run, locks) for event in events for kind, run in _ASKED if issubclass(event, kind)]


@on(UserDeleted)
async def forget_notes(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases the notes that administrators left on animals while the deleted user owned them."""
    theirs = (
        select(SaleBlockAct.id)
        .join(SaleBlock, SaleBlock.id == SaleBlockAct.block_id)
        .join(Ownership, Ownership.livestock_id == SaleBlock.livestock_id)
        .where(Ownership.owner_id == event.user_id, SaleBlockAct.acted_at >= Ownership.started_at)
        .where((SaleBlockAct.acted_at < Ownership.ended_at) | Ownership.ended_at.is_(None))
    )
    erase = update(SaleBlockAct).where(SaleBlockAct.id.in_(theirs)).values(note="")
    await db.execute(erase.execution_options(synchronize_session=False))
