"""Asks providers about refunds: never inside a transaction, by a key that follows from the refund's id."""

from uuid import UUID

import structlog

from amigok_chassis import clock
from amigok_chassis.context import Context
from payment.payments.models import Payment
from payment.providers.protocol import (
    KEYS_LAST,
    Name,
    NotAsked,
    Observation,
    ProviderRefused,
    ProviderUnavailable,
)
from payment.providers.registry import MethodNotOffered, Providers, providers_of
from payment.refunds import service
from payment.refunds.models import Refund

log = structlog.get_logger()


async def poll(context: Context, refund_id: UUID) -> tuple[str, bool]:
    """Asks the provider to make a refund, or for its status, and applies the answer.

    Returns the refund's state, and whether it has ended. Raises NotAsked.
    """
    async with context.db.unit_of_work() as db:
        refund = await db.get_one(Refund, refund_id)
        payment = await db.get_one(Payment, refund.payment_id)
    state, failure, seen = await _outcome(providers_of(context), refund, payment)
    async with context.db.unit_of_work() as db:
        await service.apply(db, refund_id, state, failure=failure, seen=seen)
        refund = await db.get_one(Refund, refund_id)
    return refund.state, refund.ended_at is not None


async def _outcome(
    providers: Providers, refund: Refund, payment: Payment
) -> tuple[str, str | None, Observation | None]:
    try:
        seen = await _ask(providers, refund, payment)
    except NotAsked:
        raise
    except (ProviderUnavailable, MethodNotOffered) as silence:
        log.warning("refund.unknown", refund_id=refund.id, error=silence.detail)
        return "unknown", None, None
    except ProviderRefused as refusal:
        log.warning("refund.refused", refund_id=refund.id, reason=refusal.reason)
        return ("unknown", None, None) if refund.reference else ("failed", refusal.reason, None)
    return seen.state, seen.reason, seen


async def _ask(providers: Providers, refund: Refund, payment: Payment) -> Observation:
    name: Name = refund.provider  # type: ignore[assignment]
    known = refund.reference
    if known is not None:
        return await providers.ask(name, lambda it: it.get_refund(known))
    reference = payment.charge_reference or payment.reference
    assert reference is not None
    if refund.held_at is None or clock.now() - refund.held_at > KEYS_LAST:
        return await _find(providers, refund, reference)
    return await providers.ask(
        name,
        lambda it: it.create_refund(refund.id, reference=reference, amount=refund.amount, currency=refund.currency),
    )


async def _find(providers: Providers, refund: Refund, reference: str) -> Observation:
    """Searches the payment's refunds at the provider for ours, because the key may be forgotten."""
    name: Name = refund.provider  # type: ignore[assignment]
    listed = await providers.ask(name, lambda it: it.list_refunds(reference))
    found = next((each.seen for each in listed if each.our_id == refund.id), None)
    if found is None:
        raise ProviderRefused("provider_unavailable")
    if not found.is_read:
        raise ProviderUnavailable(f"{name} reports a state that is not known here.")
    return found
