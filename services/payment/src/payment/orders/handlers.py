"""What the marketplace and the wallet publish about orders."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ORDER, OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.marketplace_escrow import OrderUndone
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from payment.orders import service
from payment.orders.locks import ORDERS

FOR_ORDER = {"purpose": ORDER}


@on(OrderPlaced, locks=[ORDERS.of("order_id")])
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    await service.place(db, event)


@on(OrderCancelled, locks=[ORDERS.of("order_id")])
async def order_cancelled(db: UnitOfWork, event: OrderCancelled) -> None:
    await service.end(db, event.order_id, "cancelled")


@on(OrderCompleted, locks=[ORDERS.of("order_id")])
async def order_completed(db: UnitOfWork, event: OrderCompleted) -> None:
    await service.end(db, event.order_id, "completed", paid=event.paid, fee=event.fee)


@on(OrderUndone, locks=[ORDERS.of("reference_id")])
async def order_undone(db: UnitOfWork, event: OrderUndone) -> None:
    await service.end(db, event.reference_id, "refunded", refund_to=event.refund_to)


@on(HoldPlaced, locks=[ORDERS.of("reference_id")], match=FOR_ORDER)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.note_hold(db, event.reference_id, "placed")


@on(HoldRefused, locks=[ORDERS.of("reference_id")], match=FOR_ORDER)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await service.note_hold(db, event.reference_id, "refused", event.reason)


@on(HoldReleased, locks=[ORDERS.of("reference_id")], match=FOR_ORDER)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await service.note_hold(db, event.reference_id, "released", event.reason)


@on(HoldCaptured, locks=[ORDERS.of("reference_id")], match=FOR_ORDER)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await service.note_hold(db, event.reference_id, "captured")
