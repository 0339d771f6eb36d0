"""What happens to disputes. Only the providers' webhooks report on them."""

from typing import Any

import structlog
from sqlalchemy import func, or_, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon
from payment.disputes.models import Dispute
from payment.orders.models import Order
from payment.payments.models import Payment
from payment.providers.protocol import Observation, ProviderEvent

log = structlog.get_logger()


async def apply_webhook(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """Applies what a webhook says about a dispute, however late or often. Returns whether its payment is ours.

    A dispute whose end arrives first is opened and ended at once, and both are published.
    """
    seen = event.seen
    assert seen is not None
    payment = await _disputed(db, provider, event.parent, seen)
    if payment is None:
        return False
    dispute = await _opened(db, payment, seen)
    if dispute.end(seen.state, kept=seen.amount, now=clock.now()):
        log.warning("dispute.ended", dispute_id=dispute.id, state=seen.state)
        about = _about(dispute, payment)
        emit(db, DisputeWon(**about) if dispute.state == "won" else DisputeLost(**about))
    return True


async def _disputed(db: UnitOfWork, provider: str, parent: str | None, seen: Observation) -> Payment | None:
    """Returns the disputed payment, locked."""
    names = [name for name in (parent, seen.charge_reference) if name is not None]
    either = or_(Payment.reference.in_(names), Payment.charge_reference.in_(names))
    return await db.scalar(select(Payment).where(Payment.provider == provider, either).with_for_update())


async def _opened(db: UnitOfWork, payment: Payment, seen: Observation) -> Dispute:
    """Returns the dispute, and opens it if it is new. The payment must be locked."""
    of = select(Dispute).where(Dispute.provider == payment.provider, Dispute.reference == seen.reference)
    dispute = await db.scalar(of)
    if dispute is not None:
        return dispute
    order = await db.get(Order, payment.order_id) if payment.order_id else None
    amount = await _disputed_amount(db, payment, seen)
    dispute = Dispute(
        payment_id=payment.id,
        user_id=payment.user_id,
        order_id=payment.order_id,
        livestock_id=order.livestock_id if order else None,
        provider=payment.provider,
        reference=seen.reference,
        amount=amount,
        currency=payment.currency,
        charged_back=seen.amount,
        charged_back_currency=seen.currency,
        state="opened",
        opened_at=clock.now(),
    )
    db.add(dispute)
    await db.flush()
    log.warning("dispute.opened", dispute_id=dispute.id, payment_id=payment.id)
    if dispute.charged_back_money != dispute.money:
        log.error("dispute.differs_from_payment", dispute_id=dispute.id, amount=seen.amount, currency=seen.currency)
    emit(db, DisputeOpened(**_about(dispute, payment)))
    return dispute


async def _disputed_amount(db: UnitOfWork, payment: Payment, seen: Observation) -> int:
    """Returns the disputed part of the payment, at most what other disputes and the payer's refunds have left of it."""
    disputed = select(func.coalesce(func.sum(Dispute.amount), 0))
    before = await db.scalar(disputed.where(Dispute.payment_id == payment.id, Dispute.state != "won")) or 0
    left = payment.amount - int(before) - payment.refunded_by_payer
    wanted = seen.amount if seen.currency == payment.currency else payment.amount
    return max(0, min(wanted, left))


def _about(dispute: Dispute, payment: Payment) -> dict[str, Any]:
    back = dispute.charged_back_money
    return {
        "dispute_id": dispute.id,
        "payment_id": dispute.payment_id,
        "user_id": dispute.user_id,
        "amount": dispute.money,
        "paid": payment.money,
        "provider": dispute.provider,
        "order_id": dispute.order_id,
        "livestock_id": dispute.livestock_id,
        "charged_back": None if back == dispute.money else back,
    }
