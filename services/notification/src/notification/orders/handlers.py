"""What the marketplace says of orders. A further event is a line here."""

from typing import Any

from amigok_chassis.service import Handler, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCancelled, OrderCompleted, OrderConfirmed, OrderPlaced
from amigok_contracts.marketplace_escrow import OrderEscrowed, OrderEscrowEnded, OrderReturnRequested
from notification.orders import service


@on(OrderPlaced)
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    await service.placed(
        db, event.order_id, buyer_id=event.buyer_id, seller_id=event.seller_id, version=event.aggregate_version
    )


def _changed(event: type[Event]) -> Handler:
    """The change has the name of the event: `completed`."""

    async def order_changed(db: UnitOfWork, event: Any) -> None:
        await service.changed(db, event.order_id, event.type.rpartition(".")[2], version=event.aggregate_version)

    return on(event)(order_changed)


_OTHERS: tuple[type[Event], ...] = (
    OrderConfirmed,
    OrderEscrowed,
    OrderEscrowEnded,
    OrderReturnRequested,
    OrderCompleted,
    OrderCancelled,
)
CHANGES = [order_placed, *map(_changed, _OTHERS)]


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.forget(db, event.user_id)
