"""What the marketplace publishes about orders that are to be undone."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_escrow import OrderReturnRequested
from farm.livestock.locks import ANIMALS
from farm.returns import service


@on(OrderReturnRequested, locks=[ANIMALS.of("livestock_id")])
async def return_requested(db: UnitOfWork, event: OrderReturnRequested) -> None:
    """The price goes back to the buyer if the animal goes back to the seller: returns it, or refuses with reasons."""
    await service.decide(
        db,
        return_id=event.return_id,
        order_id=event.order_id,
        livestock_id=event.livestock_id,
        buyer_id=event.buyer_id,
        seller_id=event.seller_id,
    )
