"""What happens to payments in the database. What is asked of providers is in `collecting`."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock, standing
from amigok_chassis.errors import driver_error
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.payment import PaymentCompleted, PaymentFailed, WalletPaymentRequested
from payment.models import Order
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
from payment.providers.registry import COLLECTS, Providers
from payment.providers.shape import Name, ProviderEvent, Sighting
from payment.settings import Settings

log = structlog.get_logger()

OPEN_AT_ONCE = 20
"""So many payments of one payer may wait at once: who tries stolen cards makes many."""

_OPENING = 7305031

SMALLEST, LARGEST = Decimal("1.00"), Decimal("999999.99")
"""What a provider collects at once."""

FOR_A_DEPOSIT, FOR_AN_ORDER = timedelta(hours=24), timedelta(minutes=15)
"""How long a payment that nobody makes waits; that of an order ends with the order, too."""

HEAD_START = timedelta(seconds=30)
"""So long a request has the payment that it made to itself."""

LONGEST_PAUSES = {
    "created": timedelta(minutes=10),
    "unknown": timedelta(minutes=10),
    "processing": timedelta(hours=1),
    "requires_action": timedelta(hours=1),
    "declined": timedelta(hours=1),
}
"""Webhooks tell sooner. Asking makes up for those that were lost."""


async def reserve(
    db: UnitOfWork,
    wanted: DepositIn | OrderPaymentIn,
    *,
    payer: UUID,
    assurance: Assurance,
    offers: Providers,
    rules: Settings,
) -> Payment:
    """A new payment, before its provider hears of it.

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
    provider = offers.collector(wanted.method, amount.currency)
    if order is None:
        _check(amount, rules.deposit_least[amount.currency], rules.deposit_most[amount.currency])
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
    """A payment that nobody was asked for yet."""
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
        raise AmountOutOfBounds(f"From {least:f} to {most:f} {amount.currency} can be paid at once.")


async def _has_too_many(db: UnitOfWork, payer: UUID) -> bool:
    waiting = select(func.count()).where(Payment.user_id == payer, STILL_OPEN, Payment.provider != "wallet")
    return (await db.scalar(waiting) or 0) >= OPEN_AT_ONCE


async def _payable(db: UnitOfWork, order_id: UUID, *, payer: UUID) -> Order:
    """The order, if this user may pay it now. Raises OrderNotFound, OrderPaidFromWallet, OrderEnded."""
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

    What was paid is looked for after the insertion: a payment that was completed meanwhile is seen here, and one that
    was open then is refused by the index.
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
    """The payment of a deposit that the wallet announced, with its id, once; cancelled if its payer has too many.

    Raises KeyError for a strange method.
    """
    provider = COLLECTS[method]
    if await db.get(Payment, id) is not None:
        return
    too_many = await _has_too_many(db, user_id)
    payment = new_payment(amount, payer=user_id, method=method, provider=provider, id=id)
    payment.due_at = clock.now()
    db.add(payment)
    if too_many:
        await fold(db, payment, "cancelled", reason=TooManyPayments.code)


async def locked(db: UnitOfWork, payment_id: UUID) -> Payment:
    """Raises PaymentNotFound."""
    found = await db.get(Payment, payment_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise PaymentNotFound
    return found


async def fold(
    db: UnitOfWork, payment: Payment, state: str, *, reason: str | None = None, seen: Sighting | None = None
) -> None:
    """Takes what was seen of a payment, however late or often; the row must be locked. Raises Misreported."""
    now = clock.now()
    if seen is not None:
        _recognise(payment, seen)
    if payment.become(state, reason=reason, now=now):
        log.info("payment.moved", payment_id=payment.id, state=state, reason=reason)
        _announce(db, payment)
    if payment.due_at is not None:
        payment.due_at = _next_look(payment, now)


def _recognise(payment: Payment, seen: Sighting) -> None:
    if (seen.amount, seen.currency) != (payment.amount, payment.currency):
        log.error("payment.misreported", payment_id=payment.id, amount=seen.amount, currency=seen.currency)
        raise Misreported
    payment.reference = seen.reference
    payment.charge_reference = seen.charge_reference or payment.charge_reference


def _announce(db: UnitOfWork, payment: Payment) -> None:
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


def _next_look(payment: Payment, now: datetime) -> datetime:
    """After a growing pause, but when it expires at the latest."""
    pause = min(timedelta(seconds=2 ** min(payment.attempts, 12)), LONGEST_PAUSES[payment.state])
    return now + pause if payment.expires_at <= now else min(now + pause, payment.expires_at)


async def observed(db: UnitOfWork, provider: str, event: ProviderEvent) -> bool:
    """What a webhook says of a payment. Returns whether it is one of ours.

    An end is taken as it is; of anything else, which may be past already, the provider is asked.
    """
    seen = event.seen
    assert seen is not None
    query = select(Payment).where(Payment.provider == provider)
    ours = Payment.id == event.our_id if event.our_id else Payment.reference == seen.reference
    payment = await db.scalar(query.where(ours).with_for_update())
    if payment is None or payment.reference not in (None, seen.reference):
        return False
    if seen.state in ("completed", "cancelled"):
        await fold(db, payment, seen.state, reason=seen.reason, seen=seen)
    elif payment.is_open:
        payment.due_at = clock.now()
    return True


async def order_ended(db: UnitOfWork, order: Order) -> None:
    """What is still open of an order's payments ends: the provider is asked to cancel it."""
    now = clock.now()
    still = update(Payment).where(Payment.order_id == order.id, STILL_OPEN, Payment.provider != "wallet")
    await db.execute(still.values(expires_at=now, due_at=now))
