"""What happens to refunds in the database. What is asked of providers is in `giving`."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, and_, func, or_, select, update

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import RefundCompleted, RefundFailed, RefundRequested, RefundReturned
from payment.disputes import queries as disputes
from payment.payments import service as payments
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.providers.shape import ProviderEvent, Sighting
from payment.refunds import orders, outside
from payment.refunds.errors import NoSuchRefund, NotRefundable, PaymentDisputed
from payment.refunds.machine import BEGINS, CAME_TO_NOTHING
from payment.refunds.models import Refund
from payment.refunds.queries import GIVEN
from payment.refunds.schemas import AdminRefundIn, RefundIn, RefundOut

log = structlog.get_logger()

LONGEST_PAUSE = timedelta(hours=1)


async def request_own(db: UnitOfWork, payment_id: UUID, wanted: RefundIn, *, owner_id: UUID) -> RefundOut:
    """Begins to give an own payment back, out of one's wallet.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, OrderCompleted, RefundTooHigh.
    """
    payment = await payments.locked(db, payment_id)
    if payment.user_id != owner_id:
        raise PaymentNotFound
    whole = AdminRefundIn(**dict(wanted), destination="provider", charged_to="user")
    return await request(db, payment, whole, by=owner_id)


async def check(db: UnitOfWork, payment: Payment, wanted: AdminRefundIn) -> None:
    """Raises NoSuchRefund, NotRefundable, PaymentDisputed, OrderCompleted, RefundTooHigh."""
    if (wanted.destination, wanted.charged_to) not in BEGINS:
        raise NoSuchRefund
    if payment.state != "completed" or (wanted.destination == "provider" and payment.provider == "wallet"):
        raise NotRefundable
    if await disputes.standing(db, payment.id):
        raise PaymentDisputed
    await orders.check(db, payment, animal=wanted.animal)
    payment.refundable(wanted.amount)


async def request(db: UnitOfWork, payment: Payment, wanted: AdminRefundIn, *, by: UUID) -> RefundOut:
    """Begins to give a payment back, which must be locked. Raises what `check` raises."""
    await check(db, payment, wanted)
    begins = BEGINS[wanted.destination, wanted.charged_to]
    refund = Refund(
        payment_id=payment.id,
        user_id=payment.user_id,
        provider=payment.provider,
        amount=payment.refundable(wanted.amount),
        currency=payment.currency,
        destination=wanted.destination,
        charged_to=wanted.charged_to,
        reason=wanted.reason,
        animal=wanted.animal,
        origin="platform",
        state="requested",
        requested_by=by,
        created_at=clock.now(),
        attempts=0,
    )
    db.add(refund)
    await _count(db, payment)
    if begins == "requested":
        emit(db, RefundRequested(**_about(refund)))
    else:
        await _move(db, payment, refund, "held")
        await _move(db, payment, refund, begins)
    return RefundOut.of(refund)


async def fold(
    db: UnitOfWork, refund_id: UUID, state: str, *, failure: str | None = None, seen: Sighting | None = None
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


async def _move(db: UnitOfWork, payment: Payment, refund: Refund, state: str, *, failure: str | None = None) -> None:
    """Both rows must be locked."""
    now = clock.now()
    if refund.become(state, failure=failure, now=now):
        log.info("refund.moved", refund_id=refund.id, state=refund.state, failure=failure)
        await _count(db, payment)
        await _announce(db, payment, refund)
    if refund.due_at is not None and refund.state != "held":
        refund.due_at = now + min(timedelta(seconds=2 ** min(refund.attempts, 12)), LONGEST_PAUSE)


async def _count(db: UnitOfWork, payment: Payment) -> None:
    """What is given back of a payment, by its refunds: at most all of it, also where somebody gave back elsewhere."""
    await db.flush()
    total = select(func.coalesce(func.sum(Refund.amount), 0)).where(Refund.payment_id == payment.id)
    given = await db.scalar(total.where(Refund.state.not_in(CAME_TO_NOTHING)))
    payment.refunded = min(payment.amount, int(given or 0))


async def _announce(db: UnitOfWork, payment: Payment, refund: Refund) -> None:
    charged: dict[str, Any] = {**_about(refund), "charged_to": refund.charged_to}
    if refund.state == "returned" or (refund.state == "failed" and refund.made_outside):
        more = {"provider": refund.provider, "made_outside": refund.made_outside}
        emit(db, RefundReturned(**charged, **more, reason=refund.failure))
    elif refund.state == "failed":
        emit(db, RefundFailed(**charged, reason=refund.failure))
    elif refund.state == "completed" and not refund.made_outside:
        emit(db, RefundCompleted(**charged, provider=refund.provider, destination=refund.destination))
        await orders.tell(db, refund, payment)


def _about(refund: Refund) -> dict[str, Any]:
    return {
        "refund_id": refund.id,
        "payment_id": refund.payment_id,
        "user_id": refund.user_id,
        "amount": refund.money,
    }


async def observed(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """What a webhook says of a refund. Returns whether it is of a payment of ours."""
    seen = event.seen
    assert seen is not None
    return await found(db, provider, seen, our_id=event.our_id, parent=event.parent)


async def hinted(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """A webhook says how much of a payment was given back: if that is more than we know of, the provider is asked."""
    seen = event.seen
    assert seen is not None
    payment = await outside.payment_of(db, provider, event.parent, seen.reference, seen.charge_reference)
    if payment is None:
        return False
    given = select(func.coalesce(func.sum(Refund.amount), 0)).where(
        Refund.payment_id == payment.id, Refund.reference.is_not(None), Refund.state.in_(GIVEN)
    )
    if seen.amount > int(await db.scalar(given) or 0):
        payment.refunds_due_at = clock.now()
    return True


async def found(
    db: UnitOfWork, provider: str, seen: Sighting, *, our_id: UUID | None, parent: str | None = None
) -> bool:
    """Takes what is seen of a refund: by our id, by the provider's, or of somebody who made it outside.

    Returns whether it is of a payment of ours. Raises Misreported; Retry for one of a payment that is not made yet.
    """
    payment = await outside.payment_of(db, provider, parent, seen.charge_reference)
    asked = and_(Refund.id == our_id, Refund.amount == seen.amount)
    refund_id = await _known(db, provider, asked, seen) if our_id else None
    refund_id = refund_id or await _known(db, provider, Refund.reference == seen.reference, seen)
    if refund_id is not None:
        await fold(db, refund_id, seen.state, failure=seen.reason, seen=seen)
    elif payment is not None and await outside.take_over(db, payment, seen):
        await _count(db, payment)
    return refund_id is not None or payment is not None


async def _known(db: UnitOfWork, provider: str, which: ColumnElement[bool], seen: Sighting) -> UUID | None:
    same = or_(Refund.reference.is_(None), Refund.reference == seen.reference)
    return await db.scalar(select(Refund.id).where(Refund.provider == provider, which, same))


async def erase(db: UnitOfWork, user_id: UUID) -> None:
    """Takes what was written about a person's refunds away."""
    await db.execute(update(Refund).where(Refund.user_id == user_id).values(reason=""))
