"""What happens to payments in the database. The calls to providers are in `poller`."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock, standing
from amigok_chassis.due import Backoff
from amigok_chassis.errors import driver_error
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.payment import PaymentCompleted, PaymentFailed, WalletPaymentRequested
from payment.orders.models import Order
from payment.payments.errors import (
    AmountChanged,
    AmountOutOfBounds,
    Misreported,
    OrderEnded,
    OrderNotFound,
    OrderPaid,
    OrderPaidFromWallet,
    PaymentNotFound,
    PaymentUnderWay,
    TooManyPayments,
)
from payment.payments.models import STILL_OPEN, Payment
from payment.payments.schemas import DepositIn, OrderPaymentIn
from payment.providers.protocol import Name, Observation, ProviderEvent
from payment.providers.registry import COLLECTS, Providers
from payment.settings import Settings

log = structlog.get_logger()

OPEN_AT_ONCE = 20
"""How many open payments one payer may have: people who try stolen cards create many."""

_OPENING = 7305031

SMALLEST, LARGEST = Decimal("1.00"), Decimal("999999.99")
"""The limits of what a provider takes in one payment."""

FOR_A_DEPOSIT, FOR_AN_ORDER = timedelta(hours=24), timedelta(minutes=15)
"""After this time an unpaid payment expires. A payment for an order also ends with the order."""

HEAD_START = timedelta(seconds=30)
"""How long the poller leaves a new payment to the request that created it."""

OFTEN, SELDOM = Backoff(longest=timedelta(minutes=10)), Backoff(longest=timedelta(hours=1))
PAUSES = {
    "created": OFTEN,
    "unknown": OFTEN,
    "processing": SELDOM,
    "requires_action": SELDOM,
    "declined": SELDOM,
}
"""The pauses between two polls. Webhooks are usually faster; polling makes up for lost ones."""


async def reserve(
    db: UnitOfWork,
    wanted: DepositIn | OrderPaymentIn,
    *,
    payer: UUID,
    assurance: Assurance,
    providers: Providers,
) -> Payment:
    """Creates a payment, before its provider is asked.

    Raises MethodNotOffered, NotAsked, AmountOutOfBounds, TooManyPayments, AccountInactive, AmountChanged, and what
    `_payable` raises.
    """
    await standing.require_active(db, payer)
    if isinstance(wanted, DepositIn):
        amount, order = wanted.amount, None
    else:
        order = await _payable(db, wanted.order_id, payer=payer)
        amount = order.money
        if wanted.amount not in (None, amount):
            raise AmountChanged(f"The order costs {amount}.")
    provider = providers.collector(wanted.method, amount.currency)
    if order is None:
        limits = db.settings(Settings)
        _check(amount, limits.deposit_least[amount.currency], limits.deposit_most[amount.currency])
    elif provider != "wallet":
        _check(amount, SMALLEST, LARGEST)
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(payer), _OPENING))))
    if await _has_too_many(db, payer):
        raise TooManyPayments
    payment = new_payment(amount, payer=payer, method=wanted.method, provider=provider, order=order)
    payment.saved_method = wanted.saved_method
    await _insert(db, payment)
    if order is not None and provider == "wallet":
        about = {"payment_id": payment.id, "order_id": order.id, "user_id": payer}
        emit(db, WalletPaymentRequested(**about, amount=amount, assurance=assurance))
    return payment


def new_payment(
    amount: Money, *, payer: UUID, method: str, provider: Name, order: Order | None = None, **more: Any
) -> Payment:
    """Makes the row of a payment that no provider was asked for yet."""
    now = clock.now()
    return Payment(
        user_id=payer,
        purpose="order" if order else "deposit",
        order_id=order and order.id,
        provider=provider,
        method=method,
        amount=amount.minor,
        currency=amount.currency,
        refunded=0,
        refunded_by_payer=0,
        state="created",
        attempts=0,
        created_at=now,
        expires_at=now + (FOR_AN_ORDER if order else FOR_A_DEPOSIT),
        due_at=None if provider == "wallet" else now + HEAD_START,
        **more,
    )


def _check(amount: Money, least: Decimal, most: Decimal) -> None:
    """Raises AmountOutOfBounds."""
    if not least <= amount.amount <= most:
        raise AmountOutOfBounds(f"You can pay from {least:f} to {most:f} {amount.currency} at once.")


async def _has_too_many(db: UnitOfWork, payer: UUID) -> bool:
    waiting = select(func.count()).where(Payment.user_id == payer, STILL_OPEN, Payment.provider != "wallet")
    return (await db.scalar(waiting) or 0) >= OPEN_AT_ONCE


async def _payable(db: UnitOfWork, order_id: UUID, *, payer: UUID) -> Order:
    """Returns the order if this user may pay it now. Raises OrderNotFound, OrderPaidFromWallet, OrderEnded."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != payer:
        raise OrderNotFound
    if order.pay_with != "payment":
        raise OrderPaidFromWallet
    if order.state != "placed":
        raise OrderEnded(f"The order is {order.state}.")
    return order


async def _insert(db: UnitOfWork, payment: Payment) -> None:
    """Raises PaymentUnderWay, OrderPaid.

    The query for a completed payment comes after the insertion: it finds one that was completed meanwhile, and the
    index refuses a second open one.
    """
    db.add(payment)
    try:
        await db.flush()
    except IntegrityError as error:
        if getattr(driver_error(error), "constraint_name", None) == "payments_open_order_key":
            raise PaymentUnderWay from error
        raise
    paid = select(Payment.id).where(Payment.order_id == payment.order_id, Payment.state == "completed")
    if payment.order_id and await db.scalar(paid.limit(1)):
        raise OrderPaid


async def open_deposit(db: UnitOfWork, *, id: UUID, user_id: UUID, amount: Money, method: str) -> None:
    """Creates the payment of a deposit that the wallet requested, with its id. Repeating it has no further effect.

    It is cancelled if its payer has too many open ones. Raises KeyError for an unknown method.
    """
    provider = COLLECTS[method]
    if await db.get(Payment, id) is not None:
        return
    too_many = await _has_too_many(db, user_id)
    payment = new_payment(amount, payer=user_id, method=method, provider=provider, id=id)
    payment.due_at = clock.now()
    db.add(payment)
    if too_many:
        await apply(db, payment, "cancelled", reason=TooManyPayments.code)


async def locked(db: UnitOfWork, payment_id: UUID, *, owner_id: UUID | None = None) -> Payment:
    """Returns the payment, locked. Raises PaymentNotFound, also if it is not this owner's."""
    found = await db.get(Payment, payment_id, with_for_update=True, populate_existing=True)
    if found is None or owner_id not in (None, found.user_id):
        raise PaymentNotFound
    return found


async def apply(
    db: UnitOfWork, payment: Payment, state: str, *, reason: str | None = None, seen: Observation | None = None
) -> None:
    """Applies an observation to a locked payment, however late or often it comes. Raises Misreported."""
    now = clock.now()
    if seen is not None:
        _note_references(payment, seen)
    if payment.become(state, reason=reason, now=now):
        log.info("payment.moved", payment_id=payment.id, state=state, reason=reason)
        _publish(db, payment)
    if payment.due_at is not None:
        payment.due_at = _next_poll(payment, now)


def _note_references(payment: Payment, seen: Observation) -> None:
    """Raises Misreported."""
    if (seen.amount, seen.currency) != (payment.amount, payment.currency):
        log.error("payment.misreported", payment_id=payment.id, amount=seen.amount, currency=seen.currency)
        raise Misreported
    payment.reference = seen.reference
    payment.charge_reference = seen.charge_reference or payment.charge_reference


def _publish(db: UnitOfWork, payment: Payment) -> None:
    about: dict[str, Any] = {
        "payment_id": payment.id,
        "user_id": payment.user_id,
        "amount": payment.money,
        "provider": payment.provider,
        "purpose": payment.purpose,
        "order_id": payment.order_id,
    }
    if payment.state == "completed":
        emit(db, PaymentCompleted(**about))
    elif payment.state == "cancelled":
        emit(db, PaymentFailed(**about, reason=payment.reason or "cancelled"))


def _next_poll(payment: Payment, now: datetime) -> datetime:
    """Returns the time after a growing pause, or when the payment expires, whichever comes first."""
    pause = PAUSES[payment.state].after(payment.attempts, payment.id)
    return now + pause if payment.expires_at <= now else min(now + pause, payment.expires_at)


async def apply_webhook(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """Applies what a webhook says about a payment. Returns whether the payment is ours.

    A final state is applied as it is. Any other state may be out of date, so the provider is asked for the current one.
    """
    seen = event.seen
    assert seen is not None
    query = select(Payment).where(Payment.provider == provider)
    ours = Payment.id == event.our_id if event.our_id else Payment.reference == seen.reference
    payment = await db.scalar(query.where(ours).with_for_update())
    if payment is None or payment.reference not in (None, seen.reference):
        return False
    if seen.state in ("completed", "cancelled"):
        await apply(db, payment, seen.state, reason=seen.reason, seen=seen)
    elif payment.is_open:
        payment.due_at = clock.now()
    return True
