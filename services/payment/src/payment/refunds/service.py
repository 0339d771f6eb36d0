"""What happens to refunds in the database. The calls to providers are in `poller`."""

from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, and_, func, or_, select, update

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.payment import RefundCompleted, RefundFailed, RefundRequested, RefundReturned
from payment.disputes import queries as disputes
from payment.payments import service as payments
from payment.payments.models import Payment
from payment.providers.protocol import Observation, ProviderEvent
from payment.refunds import animals, external
from payment.refunds.errors import NoSuchRefund, NotRefundable, PaymentDisputed, RefundTooHigh
from payment.refunds.machine import BEGINS, UNSUCCESSFUL
from payment.refunds.models import Reconciliation, Refund
from payment.refunds.schemas import AdminRefundIn, RefundIn, RefundOut

log = structlog.get_logger()

AT_PROVIDER = ("processing", "completed")
"""States in which the provider has refunded, or is about to."""


async def request_own(db: UnitOfWork, payment_id: UUID, wanted: RefundIn, *, owner_id: UUID) -> RefundOut:
    """Begins to refund a user's own payment out of their wallet.

    Raises PaymentNotFound, NotRefundable, PaymentDisputed, OrderCompleted, RefundTooHigh.
    """
    payment = await payments.locked(db, payment_id, owner_id=owner_id)
    whole = AdminRefundIn(**dict(wanted), destination="provider", charged_to="user")
    return await request(db, payment, whole, by=owner_id)


async def check(db: UnitOfWork, payment: Payment, wanted: AdminRefundIn) -> int:
    """Returns the minor units to refund of a payment, which must be locked.

    Raises NoSuchRefund, NotRefundable, PaymentDisputed, OrderCompleted, RefundTooHigh.
    """
    if (wanted.destination, wanted.charged_to) not in BEGINS:
        raise NoSuchRefund
    if payment.state != "completed" or (wanted.destination == "provider" and payment.provider == "wallet"):
        raise NotRefundable
    if await disputes.is_disputed(db, payment.id):
        raise PaymentDisputed
    await animals.check(db, payment, animal=wanted.animal)
    return _minor_units(payment, wanted.amount)


def _minor_units(payment: Payment, amount: Money | None) -> int:
    """Returns the amount, or all that is left of the payment. Raises RefundTooHigh."""
    left = payment.amount - payment.refunded
    minor = left if amount is None else amount.minor
    if not 0 < minor <= left or (amount is not None and amount.currency != payment.currency):
        raise RefundTooHigh(f"At most {Money.of_minor(left, payment.currency)} can be refunded.")
    return minor


async def request(db: UnitOfWork, payment: Payment, wanted: AdminRefundIn, *, by: UUID) -> RefundOut:
    """Begins to refund a payment, which must be locked. Raises what `check` raises."""
    amount = await check(db, payment, wanted)
    begins = BEGINS[wanted.destination, wanted.charged_to]
    refund = Refund(
        payment_id=payment.id,
        user_id=payment.user_id,
        provider=payment.provider,
        amount=amount,
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
        about = {"reference_id": refund.id, "payment_id": payment.id, "payer_id": refund.user_id}
        emit(db, RefundRequested(**about, amount=refund.money))
    else:
        await _move(db, payment, refund, "held")
        await _move(db, payment, refund, begins)
    return RefundOut.of(refund)


async def apply(
    db: UnitOfWork, refund_id: UUID, state: str, *, failure: str | None = None, seen: Observation | None = None
) -> None:
    """Applies an observation to a refund, however late or often it comes.

    Ignores refunds that do not exist, and observations of another amount.
    """
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
    if refund.become(state, failure=failure, now=clock.now()):
        log.info("refund.moved", refund_id=refund.id, state=refund.state, failure=failure)
        await _count(db, payment)
        await _publish(db, payment, refund)


async def _count(db: UnitOfWork, payment: Payment) -> None:
    """Sums up the payment's refunds in the payment: at most all of it, even if more was refunded at the provider."""
    await db.flush()
    by_payer = Refund.charged_to == "user", Refund.destination == "provider", Refund.state.in_(AT_PROVIDER)
    sums = select(
        func.sum(Refund.amount).filter(Refund.state.not_in(UNSUCCESSFUL)),
        func.sum(Refund.amount).filter(*by_payer),
    ).where(Refund.payment_id == payment.id)
    refunded, refunded_by_payer = (await db.execute(sums)).one()
    payment.refunded = min(payment.amount, int(refunded or 0))
    payment.refunded_by_payer = min(payment.amount, int(refunded_by_payer or 0))


async def _publish(db: UnitOfWork, payment: Payment, refund: Refund) -> None:
    charged: dict[str, Any] = {**_about(refund), "charged_to": refund.charged_to}
    if refund.state == "returned" or (refund.state == "failed" and refund.made_outside):
        more = {"provider": refund.provider, "made_outside": refund.made_outside}
        emit(db, RefundReturned(**charged, **more, reason=refund.failure))
    elif refund.state == "failed":
        emit(db, RefundFailed(**charged, reason=refund.failure))
    elif refund.state == "completed" and not refund.made_outside:
        emit(db, RefundCompleted(**charged, provider=refund.provider, destination=refund.destination))
        await animals.publish(db, refund, payment)


def _about(refund: Refund) -> dict[str, Any]:
    return {
        "refund_id": refund.id,
        "payment_id": refund.payment_id,
        "user_id": refund.user_id,
        "amount": refund.money,
    }


async def apply_webhook(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """Applies what a webhook says about a refund. Returns whether its payment is ours."""
    seen = event.seen
    assert seen is not None
    return await apply_listed(db, provider, seen, our_id=event.our_id, parent=event.parent)


async def apply_total(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """Compares how much of a payment was refunded with what we know. If it is more, the refunds are reconciled."""
    seen = event.seen
    assert seen is not None
    payment = await external.payment_of(db, provider, event.parent, seen.reference, seen.charge_reference)
    if payment is None:
        return False
    known = select(func.coalesce(func.sum(Refund.amount), 0)).where(
        Refund.payment_id == payment.id, Refund.reference.is_not(None), Refund.state.in_(AT_PROVIDER)
    )
    if seen.amount > int(await db.scalar(known) or 0):
        await _reconcile(db, payment)
    return True


async def _reconcile(db: UnitOfWork, payment: Payment) -> None:
    """Has the payment's refunds listed at the provider. The payment must be locked."""
    reconciliation = await db.get(Reconciliation, payment.id) or Reconciliation(payment_id=payment.id)
    db.add(reconciliation)
    reconciliation.make_due(clock.now())


async def apply_listed(
    db: UnitOfWork, provider: str, seen: Observation, *, our_id: UUID | None, parent: str | None = None
) -> bool:
    """Applies an observation to the refund with our id or the provider's, or takes it over as made at the provider.

    Returns whether its payment is ours. Raises Misreported; Retry if the payment is not completed yet.
    """
    payment = await external.payment_of(db, provider, parent, seen.charge_reference)
    asked = and_(Refund.id == our_id, Refund.amount == seen.amount)
    refund_id = await _known(db, provider, asked, seen) if our_id else None
    refund_id = refund_id or await _known(db, provider, Refund.reference == seen.reference, seen)
    if refund_id is not None:
        await apply(db, refund_id, seen.state, failure=seen.reason, seen=seen)
    elif payment is not None and await external.take_over(db, payment, seen):
        await _count(db, payment)
    return refund_id is not None or payment is not None


async def _known(db: UnitOfWork, provider: str, which: ColumnElement[bool], seen: Observation) -> UUID | None:
    same = or_(Refund.reference.is_(None), Refund.reference == seen.reference)
    return await db.scalar(select(Refund.id).where(Refund.provider == provider, which, same))


async def erase(db: UnitOfWork, user_id: UUID) -> None:
    """Erases the free text about a user's refunds."""
    await db.execute(update(Refund).where(Refund.user_id == user_id).values(reason=""))
