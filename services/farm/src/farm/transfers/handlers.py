"""What the marketplace publishes about orders."""

from amigok_chassis.service import on
from amigok_chassis.standing import STANDINGS
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import OrderConfirmed, OrderTimedOut
from farm.blocks.service import STANDING
from farm.livestock.locks import ANIMALS
from farm.ownership.queries import CURRENT
from farm.transfers import service
from farm.transfers.service import DECISIONS


@on(
    OrderConfirmed,
    locks=[ANIMALS.of("livestock_id")],
    ahead=[
        DECISIONS.of("order_id"),
        STANDING.of("livestock_id"),
        STANDINGS.of("buyer_id", "seller_id"),
        CURRENT.of("livestock_id"),
    ],
)
async def order_confirmed(db: UnitOfWork, event: OrderConfirmed) -> None:
    """The price is held: transfers the animal, or refuses with reasons."""
    await service.decide(
        db,
        order_id=event.order_id,
        livestock_id=event.livestock_id,
        buyer_id=event.buyer_id,
        seller_id=event.seller_id,
        price=event.price,
        transfer_by=event.transfer_by,
    )


@on(OrderTimedOut, locks=[ANIMALS.of("livestock_id")], ahead=[DECISIONS.of("order_id")])
async def order_timed_out(db: UnitOfWork, event: OrderTimedOut) -> None:
    """The marketplace no longer waits: refuses an order that was not decided."""
    await service.refuse(db, order_id=event.order_id, livestock_id=event.livestock_id, reason="expired")
