"""Refunds that somebody made at the provider, without us.

A webhook reports them, or only that something was refunded: then the provider is asked for all refunds of the payment.
"""

import structlog
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import RefundMadeOutside
from payment.payments.errors import Misreported
from payment.payments.models import Payment
from payment.providers.protocol import Observation
from payment.refunds.models import Refund

log = structlog.get_logger()

PAUSE = 30.0
"""Seconds until the webhook of the payment itself may have arrived."""


async def payment_of(db: UnitOfWork, provider: str, *names: str | None) -> Payment | None:
    """Returns the payment that the provider knows by one of these ids, locked."""
    known = [name for name in names if name is not None]
    ours = Payment.reference.in_(known) | Payment.charge_reference.in_(known)
    return await db.scalar(select(Payment).where(Payment.provider == provider, ours).with_for_update())


async def take_over(db: UnitOfWork, payment: Payment, seen: Observation) -> Refund | None:
    """Stores a refund that was made at the provider. Returns None if it has failed. The payment must be locked.

    Raises Misreported; Retry while the payment is not completed.
    """
    if seen.state == "failed":
        return None
    if seen.currency != payment.currency:
        log.error("refund.misreported", payment_id=payment.id, amount=seen.amount, currency=seen.currency)
        raise Misreported
    if payment.state != "completed":
        raise Retry(f"payment {payment.id} was refunded, and is {payment.state}", seconds=PAUSE)
    now = clock.now()
    refund = Refund(
        payment_id=payment.id,
        user_id=payment.user_id,
        provider=payment.provider,
        amount=seen.amount,
        currency=seen.currency,
        destination="provider",
        charged_to="user",
        reason="",
        state=seen.state,
        reference=seen.reference,
        origin="provider",
        created_at=now,
        held_at=now,
        attempts=0,
        ended_at=now if seen.state == "completed" else None,
        due_at=None if seen.state == "completed" else now,
    )
    db.add(refund)
    await db.flush()
    log.warning("refund.made_outside", refund_id=refund.id, payment_id=payment.id, state=seen.state)
    about = {"refund_id": refund.id, "payment_id": payment.id, "user_id": payment.user_id}
    emit(db, RefundMadeOutside(**about, amount=refund.money, provider=refund.provider))
    return refund
