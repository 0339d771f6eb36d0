"""Orders that are paid from the wallet. Such a payment follows the wallet's answers about the price."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from payment.orders.models import Order
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
    """Brings an order's payment up to date with all that is known of the order, in whatever order that arrived."""
    order = await db.get_one(Order, order_id)
    payment = await db.scalar(
        select(Payment)
        .where(Payment.order_id == order_id, Payment.provider == "wallet")
        .order_by(Payment.created_at.desc())
        .limit(1)
        .with_for_update()
    )
    if payment is None and order.pay_with == "wallet" and order.buyer_id is not None:
        payment = new_payment(order.money, payer=order.buyer_id, method="wallet", provider="wallet", order=order)
        db.add(payment)
        await db.flush()
    if payment is not None:
        await _update(db, payment, order)


async def _update(db: UnitOfWork, payment: Payment, order: Order) -> None:
    if order.hold is not None:
        await apply(db, payment, STATES[order.hold], reason=order.hold_reason)
    elif order.state == "cancelled":
        await apply(db, payment, "cancelled", reason="order_cancelled")
