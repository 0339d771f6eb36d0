"""Orders that are paid from the wallet. Such a payment follows the wallet's answers about the price."""

from collections.abc import Mapping
from uuid import UUID

from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from payment.orders.models import Order
from payment.payments.locks import of_order
from payment.payments.models import Payment
from payment.payments.service import apply, new_payment

STATES: Mapping[str, str] = {
    "placed": "processing",
    "refused": "cancelled",
    "released": "cancelled",
    "captured": "completed",
}
"""The wallet's answer about the price, and the payment's state after it."""


async def follow(db: UnitOfWork, order_id: UUID) -> None:
    """Brings an order's payment up to date with all that is known of the order, in whatever order that arrived.

    The order and its payments are locked.
    """
    order = await db.get_one(Order, order_id)
    known = [payment for payment in of_order(db, order_id) if payment.provider == "wallet"]
    if known:
        await _update(db, max(known, key=lambda payment: payment.created_at), order)
    elif order.pay_with == "wallet" and order.buyer_id is not None:
        await _update(db, _begin(db, order, order.buyer_id), order)


def _begin(db: UnitOfWork, order: Order, payer: UUID) -> Payment:
    payment = new_payment(order.money, payer=payer, method="wallet", provider="wallet", order=order, id=new_id())
    db.add(payment)
    db.hold([payment])
    return payment


async def _update(db: UnitOfWork, payment: Payment, order: Order) -> None:
    if order.hold is not None:
        await apply(db, payment, STATES[order.hold], reason=order.hold_reason)
    elif order.state == "cancelled":
        await apply(db, payment, "cancelled", reason="order_cancelled")
