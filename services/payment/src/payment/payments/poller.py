"""Asks providers about payments, one step at a time: reserved before, applied after, never inside a transaction.

The payer's request, their return and the task for unattended payments all take the same step. Its keys follow from the
payment's id, so repeating a step has no further effect.
"""

from dataclasses import dataclass, replace
from uuid import UUID

import structlog

from amigok_chassis import clock, standing
from amigok_chassis.context import Context
from payment.methods import service as methods
from payment.payments import service
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.payments.schemas import PaymentStepOut
from payment.providers.protocol import (
    KEYS_LAST,
    Charge,
    Name,
    NotAsked,
    Observation,
    ProviderRefused,
    ProviderUnavailable,
)
from payment.providers.registry import MethodNotOffered, providers_of
from payment.settings import Settings

log = structlog.get_logger()

DESCRIPTIONS = {"deposit": "Deposit to your Amigok wallet", "order": "Your order on Amigok"}


@dataclass(frozen=True)
class Outcome:
    """The outcome of a step: the state it shows, if it shows any."""

    state: str | None
    reason: str | None = None
    seen: Observation | None = None


async def poll(context: Context, payment_id: UUID, *, method_token: str | None = None) -> PaymentStepOut:
    """Takes the next step of an open payment and applies the outcome. Raises PaymentNotFound, Misreported."""
    payment, customer = await _read(context, payment_id)
    outcome = await _step(context, payment, customer, method_token)
    async with context.db.unit_of_work() as db:
        payment = await service.locked(db, payment_id)
        await service.apply(db, payment, outcome.state or payment.state, reason=outcome.reason, seen=outcome.seen)
    return PaymentStepOut.after(payment, outcome.seen)


async def _read(context: Context, payment_id: UUID) -> tuple[Payment, str | None]:
    """Returns the payment, and the provider's id of its payer if a saved way to pay is used. Raises PaymentNotFound."""
    async with context.db.unit_of_work() as db:
        payment = await db.get(Payment, payment_id)
        if payment is None:
            raise PaymentNotFound
        customer = await methods.customer_of(db, payment.user_id) if payment.saved_method else None
    return payment, customer


async def _step(context: Context, payment: Payment, customer: str | None, method_token: str | None) -> Outcome:
    if not payment.is_open or payment.provider == "wallet":
        return Outcome(None)
    if payment.exit == "asked":
        return Outcome("cancelled", "expired") if clock.now() >= payment.expires_at else Outcome(None)
    if payment.saved_method and payment.state == "created" and not await _is_active(context, payment.user_id):
        return Outcome("cancelled", standing.AccountInactive.code)
    try:
        seen = await _ask(context, payment, customer, method_token)
    except NotAsked:
        return Outcome(None)
    except ProviderUnavailable as silence:
        log.warning("payment.unknown", payment_id=payment.id, error=silence.detail)
        return Outcome("unknown")
    except MethodNotOffered as refusal:
        return Outcome("cancelled", refusal.code) if payment.state == "created" else Outcome(None)
    except ProviderRefused as refusal:
        return _refused(payment, refusal.reason)
    return Outcome(seen.state, seen.reason, seen)


async def _is_active(context: Context, user_id: UUID) -> bool:
    """Whether the user's saved ways to pay may be charged."""
    async with context.db.unit_of_work() as db:
        return (await standing.of(db, user_id)).is_active


def _refused(payment: Payment, reason: str) -> Outcome:
    """Cancels a payment that the provider never created. For one that exists, the provider is asked again later."""
    log.warning("payment.refused", payment_id=payment.id, reason=reason, begun=payment.reference is not None)
    return Outcome("cancelled", reason) if payment.reference is None else Outcome("unknown")


async def _ask(context: Context, payment: Payment, customer: str | None, method_token: str | None) -> Observation:
    """Takes the next step at the provider: create the payment, cancel it when it has expired, or else confirm it."""
    name: Name = payment.provider  # type: ignore[assignment]
    providers, reference = providers_of(context), payment.reference
    expired = clock.now() >= payment.expires_at
    if reference is None:
        charge = _charge(context, payment, customer)
        charge = replace(charge, saved_method=None) if expired else charge
        _check_key(payment)
        return await providers.ask(name, lambda it: it.create_payment(charge))
    if expired and payment.state != "processing":
        seen = await providers.ask(name, lambda it: it.cancel_payment(reference, payment_id=payment.id))
        return replace(seen, reason="expired") if seen.state == "cancelled" else seen
    return await providers.ask(
        name, lambda it: it.confirm_payment(reference, payment_id=payment.id, method_token=method_token)
    )


def _check_key(payment: Payment) -> None:
    """Gives up a payment that no provider has answered for as long as keys last: nobody could pay it any more.

    If a saved card is used, it may have been charged: people have to check. Raises NotAsked, ProviderRefused.
    """
    if clock.now() - payment.created_at > KEYS_LAST:
        raise NotAsked if payment.saved_method else ProviderRefused("provider_unavailable")


def _charge(context: Context, payment: Payment, customer: str | None) -> Charge:
    """Returns the same charge for a payment each time, because its key is the same."""
    return Charge(
        id=payment.id,
        amount=payment.amount,
        currency=payment.currency,
        method=payment.method,  # type: ignore[arg-type]
        description=DESCRIPTIONS[payment.purpose],
        return_url=context.settings(Settings).return_url or context.config.public_url,
        customer=customer,
        saved_method=payment.saved_method,
    )
