"""What the marketplace publishes about orders, and identity about people."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCompleted, OrderPlaced
from payment.invoices import billing, service
from payment.invoices.service import RECIPIENTS
from payment.orders.locks import ORDERS


@on(OrderPlaced, locks=[ORDERS.of("order_id")])
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    """The details of an order may arrive after its completion."""
    await service.issue(db, event.order_id)


@on(OrderCompleted, locks=[ORDERS.of("order_id")], ahead=[RECIPIENTS.of("order_id")])
async def order_completed(db: UnitOfWork, event: OrderCompleted) -> None:
    await service.issue(db, event.order_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await billing.erase(db, event.user_id)
