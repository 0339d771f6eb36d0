"""What happens to refunds in the database. What is asked of providers is in `giving`."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_contracts.payment import RefundCompleted, RefundFailed, RefundRequested
from payment.disputes import queries as disputes
from payment.payments import service as payments
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.providers.shape import ProviderEvent, Sighting
from payment.refunds.errors import NoSuchRefund, NotRefundable, OwnPayment, PaymentDisputed
from payment.refunds.machine import BEGINS
from payment.refunds.models import Refund
from payment.refunds.schemas import AdminRefundIn, RefundIn, RefundOut

log = structlog.get_logger()

LONGEST_PAUSE = timedelta(hours=1)


async def request_own(db: AsyncSession, payment_id: UUID, wanted: RefundIn, *, owner_id: UUID) -> RefundOut:
    """Begins to give an own payment back, out of one's wallet.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, RefundTooHigh.
    """
    payment = await payments.locked(db, payment_id)
    if payment.user_id != owner_id:
        raise PaymentNotFound
    whole = AdminRefundIn(**dict(wanted), destination="provider", charged_to="user")
    return await _request(db, payment, whole, by=owner_id)


async def request_for(db: AsyncSession, payment_id: UUID, wanted: AdminRefundIn, *, by: UUID) -> RefundOut:
    """Begins to give somebody's payment back, as an administrator decides.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, RefundTooHigh, NoSuchRefund, OwnPayment.
    """
    payment = await payments.locked(db, payment_id)
    if payment.user_id == by:
        raise OwnPayment
    refund = await _request(db, payment, wanted, by=by)
    told = {"refund_id": refund.id, "amount": str(refund.amount)} | audit.picture(refund, "destination", "charged_to")
    audit.record(db, "payment.refunded", subject_id=payment_id, after=told)
    return refund


async def _request(db: AsyncSession, payment: Payment, wanted: AdminRefundIn, *, by: UUID) -> RefundOut:
    begins = BEGINS.get((wanted.destination, wanted.charged_to))
    if begins is None:
        raise NoSuchRefund
    if payment.state != "completed" or (wanted.destination == "provider" and payment.provider == "wallet"):
        raise NotRefundable
    if await disputes.standing(db, payment.id):
        raise PaymentDisputed
    minor = payment.set_aside(wanted.amount)
    refund = Refund(
        payment_id=payment.id, user_id=payment.user_id, provider=payment.provider, amount=minor,
        currency=payment.currency, destination=wanted.destination, charged_to=wanted.charged_to,
        reason=wanted.reason, state="requested", requested_by=by, created_at=clock.now(), attempts=0,
    )  # fmt: skip
    db.add(refund)
    await db.flush()
    if begins == "requested":
        emit(db, RefundRequested(**_about(refund)))
    else:
        await _move(db, payment, refund, "held")
        await _move(db, payment, refund, begins)
    return RefundOut.of(refund)


async def fold(
    db: AsyncSession, refund_id: UUID, state: str, *, failure: str | None = None, seen: Sighting | None = None
) -> None:
    """Takes what is known of a refund, however late or often. What is not ours, or another amount, is left alone."""
    refund = await db.get(Refund, refund_id)
    if refund is None:
        return
    payment = await payments.locked(db, refund.payment_id)
    await db.refresh(refund, with_for_update=True)
    if seen is not None:
        if (seen.amount, seen.currency) != (refund.amount, refund.currency):
            log.error("refund.misreported", refund_id=refund.id, amount=seen.amount, currency=seen.currency)
            return
        refund.reference = seen.reference
    await _move(db, payment, refund, state, failure=failure)


async def _move(db: AsyncSession, payment: Payment, refund: Refund, state: str, *, failure: str | None = None) -> None:
    """Both rows must be locked."""
    now = clock.now()
    if refund.become(state, failure=failure, now=now):
        log.info("refund.moved", refund_id=refund.id, state=state, failure=failure)
        if state == "failed":
            payment.refunded -= refund.amount
        _announce(db, refund)
    elif state == "failed" and refund.state == "completed":
        log.error("refund.came_back", refund_id=refund.id, failure=failure)
    if refund.due_at is not None and refund.state != "held":
        refund.due_at = now + min(timedelta(seconds=2 ** min(refund.attempts, 12)), LONGEST_PAUSE)


def _announce(db: AsyncSession, refund: Refund) -> None:
    charged: dict[str, Any] = {**_about(refund), "charged_to": refund.charged_to}
    if refund.state == "completed":
        emit(db, RefundCompleted(**charged, provider=refund.provider, destination=refund.destination))
    elif refund.state == "failed":
        emit(db, RefundFailed(**charged, reason=refund.failure))


def _about(refund: Refund) -> dict[str, Any]:
    return {
        "refund_id": refund.id, "payment_id": refund.payment_id, "user_id": refund.user_id, "amount": refund.money,
    }  # fmt: skip


async def observed(db: AsyncSession, provider: str, event: ProviderEvent) -> bool:
    """What a webhook says of a refund. Returns whether it is one of ours."""
    seen = event.seen
    assert seen is not None
    ours = Refund.id == event.our_id if event.our_id else Refund.reference == seen.reference
    known = or_(Refund.reference.is_(None), Refund.reference == seen.reference)
    refund_id = await db.scalar(select(Refund.id).where(Refund.provider == provider, ours, known))
    if refund_id is not None:
        await fold(db, refund_id, seen.state, failure=seen.reason, seen=seen)
    return refund_id is not None


async def erase(db: AsyncSession, user_id: UUID) -> None:
    """Takes what was written about a person's refunds away."""
    await db.execute(update(Refund).where(Refund.user_id == user_id).values(reason=""))
