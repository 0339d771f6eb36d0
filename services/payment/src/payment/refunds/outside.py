"""Refunds that somebody made at the provider: they are not asked for here, but found out.

A webhook tells of them, or only that something was given back: then the provider is asked for all refunds of the
payment.
"""

import structlog
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.consumer import Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import RefundMadeOutside
from payment.payments.errors import Misreported
from payment.payments.models import Payment
from payment.providers.shape import Sighting
from payment.refunds.models import Refund

log = structlog.get_logger()

PAUSE = 30.0
"""Seconds until the payment itself may have been heard of."""


async def payment_of(db: UnitOfWork, provider: str, *names: str | None) -> Payment | None:
    """The payment that the provider knows by one of these names, locked."""
    known = [name for name in names if name is not None]
    ours = Payment.reference.in_(known) | Payment.charge_reference.in_(known)
    return await db.scalar(select(Payment).where(Payment.provider == provider, ours).with_for_update())


async def take_over(db: UnitOfWork, payment: Payment, seen: Sighting) -> Refund | None:
    """Keeps a refund that was made outside, once; the payment must be locked. None where it has failed already.

    Raises Misreported; Retry while the payment is not known to be made.
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
