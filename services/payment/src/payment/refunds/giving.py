"""Refunds as providers see them: called with no transaction open, by a key that follows from the refund's id."""

from uuid import UUID

import structlog

from amigok_chassis import clock
from payment.desk import Desk
from payment.payments.models import Payment
from payment.providers.registry import MethodNotOffered
from payment.providers.shape import KEYS_LAST, Name, NotAsked, ProviderRefused, ProviderUnavailable, Sighting
from payment.refunds import service
from payment.refunds.models import Refund

log = structlog.get_logger()


async def step(desk: Desk, refund_id: UUID) -> None:
    """Asks the provider to give a refund, or how it is, and folds the answer."""
    async with desk.db.unit_of_work() as db:
        refund = await db.get_one(Refund, refund_id)
        payment = await db.get_one(Payment, refund.payment_id)
    state, failure, seen = await _outcome(desk, refund, payment)
    async with desk.db.unit_of_work() as db:
        await service.fold(db, refund_id, state, failure=failure, seen=seen)


async def _outcome(desk: Desk, refund: Refund, payment: Payment) -> tuple[str, str | None, Sighting | None]:
    try:
        seen = await _ask(desk, refund, payment)
    except NotAsked:
        return refund.state, None, None
    except (ProviderUnavailable, MethodNotOffered) as silence:
        log.warning("refund.unknown", refund_id=refund.id, error=silence.detail)
        return "unknown", None, None
    except ProviderRefused as refusal:
        log.warning("refund.refused", refund_id=refund.id, reason=refusal.reason)
        return ("unknown", None, None) if refund.reference else ("failed", refusal.reason, None)
    return seen.state, seen.reason, seen


async def _ask(desk: Desk, refund: Refund, payment: Payment) -> Sighting:
    name: Name = refund.provider  # type: ignore[assignment]
    known = refund.reference
    if known is not None:
        return await desk.providers.ask(name, lambda it: it.look_refund(known))
    collected = payment.charge_reference or payment.reference
    assert collected is not None
    if refund.held_at is None or clock.now() - refund.held_at > KEYS_LAST:
        given = await desk.providers.ask(name, lambda it: it.refunds_of(collected))
        found = next((each.seen for each in given if each.our_id == refund.id), None)
        if found is None:
            raise ProviderRefused("provider_unavailable")
        if not found.is_read:
            raise ProviderUnavailable(f"{name} tells of a state that is not known here.")
        return found
    return await desk.providers.ask(
        name, lambda it: it.refund(refund.id, reference=collected, amount=refund.amount, currency=refund.currency)
    )
