"""The animal that a payment bought. If the payment is refunded, somebody has to decide what happens to the animal."""

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import OrderRefunded
from payment.orders.models import Order
from payment.payments.models import Payment
from payment.refunds.errors import OrderCompleted
from payment.refunds.models import Refund


async def check(db: UnitOfWork, payment: Payment, *, animal: str | None) -> None:
    """Raises OrderCompleted if the order was not undone and there is no decision about the animal."""
    order = await db.get(Order, payment.order_id) if payment.order_id else None
    if order is not None and not order.was_undone and animal is None:
        raise OrderCompleted


async def publish(db: UnitOfWork, refund: Refund, payment: Payment) -> None:
    """Publishes the decision about the animal when its buyer has the money."""
    order = await db.get(Order, payment.order_id) if payment.order_id else None
    if refund.animal is None or order is None or order.livestock_id is None:
        return
    about = {"refund_id": refund.id, "order_id": order.id, "livestock_id": order.livestock_id}
    emit(db, OrderRefunded(**about, buyer_id=refund.user_id, amount=refund.money, animal=refund.animal))
