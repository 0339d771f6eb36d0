"""Orders that are paid from the wallet: a payment beside what the wallet does, moved by its events."""

from collections.abc import Mapping

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from payment.models import Order
from payment.payments.models import Payment
from payment.payments.service import fold, new_payment

FOLLOWS: Mapping[str | None, str] = {
    "placed": "processing",
    "refused": "cancelled",
    "released": "cancelled",
    "captured": "completed",
}
"""What the wallet did with the price: how the payment is then."""


async def follow(db: UnitOfWork, order: Order) -> None:
    """Makes the payment of an order agree with what is known of it, in whatever order that was heard."""
    payment = await db.scalar(
        select(Payment)
        .where(Payment.order_id == order.id, Payment.provider == "wallet")
        .order_by(Payment.created_at.desc())
        .limit(1)
        .with_for_update()
    )
    if payment is None and order.pay_with == "wallet" and order.buyer_id is not None:
        payment = new_payment(order.money, payer=order.buyer_id, method="wallet", provider="wallet", order=order)
        db.add(payment)
        await db.flush()
    if payment is not None:
        await _agree(db, payment, order)


async def _agree(db: UnitOfWork, payment: Payment, order: Order) -> None:
    if order.hold is not None:
        await fold(db, payment, FOLLOWS[order.hold], reason=order.hold_reason)
    elif order.state == "cancelled":
        await fold(db, payment, "cancelled", reason="order_cancelled")
