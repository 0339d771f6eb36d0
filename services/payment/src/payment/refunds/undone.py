"""Orders that were undone, and whose buyers want their price back where it came from."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from payment.disputes import queries as disputes
from payment.orders.models import Order
from payment.payments.models import Payment
from payment.refunds import service
from payment.refunds.models import Refund
from payment.refunds.schemas import AdminRefundIn

REASON = "The order was undone"


async def follow(db: UnitOfWork, order_id: UUID) -> None:
    """Refunds what paid an undone order at its provider, once the wallet has given the price back to the buyer.

    The order and its payments must be locked. What is disputed, or was refunded in part, stays in the wallet.
    """
    order = await db.get(Order, order_id, populate_existing=True)
    if order is None or (order.state, order.refund_to, order.hold) != ("refunded", "provider", "released"):
        return
    payment = await _payment(db, order_id)
    if payment is None or payment.refunded or await disputes.is_disputed(db, payment.id):
        return
    if await db.scalar(select(Refund.id).where(Refund.payment_id == payment.id).limit(1)) is not None:
        return
    amount = Money.of_minor(min(order.money.minor, payment.amount), payment.currency)
    wanted = AdminRefundIn(amount=amount, reason=REASON, destination="provider", charged_to="user")
    await service.request(db, payment, wanted, by=payment.user_id)


async def _payment(db: UnitOfWork, order_id: UUID) -> Payment | None:
    """Returns the first payment of an order that a provider has collected."""
    paid = select(Payment).where(Payment.order_id == order_id, Payment.state == "completed")
    return await db.scalar(paid.where(Payment.provider != "wallet").order_by(Payment.id).limit(1))
