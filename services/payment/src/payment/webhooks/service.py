"""Webhooks: each is stored once, then passed to the noun that it is about."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import cast
from uuid import UUID

import structlog
from prometheus_client import Gauge
from pydantic import TypeAdapter
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, housekeeping
from amigok_chassis.context import Context
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import WebhookReceived
from payment.disputes import service as disputes
from payment.payments import service as payments
from payment.payouts import service as payouts
from payment.providers import paypal_events, stripe_events
from payment.providers.breaker import ANSWER_SECONDS
from payment.providers.protocol import (
    UNKNOWN,
    ForgedWebhook,
    Name,
    ProviderEvent,
    ProviderUnavailable,
    Subject,
)
from payment.providers.registry import MethodNotOffered, providers_of
from payment.refunds import service as refunds
from payment.webhooks.models import Webhook

log = structlog.get_logger()

KEPT_DAYS = 90
"""Longer than any provider redelivers an event."""

MOST = 100
"""How many webhooks one run reads again."""

UNHEARD = timedelta(minutes=10)
"""How long a dispute waits for its payment, whose webhook may come later."""

UNREAD = Gauge("amigok_webhooks_unread", "Webhooks that were not understood: people have to check them")

STATES = {"stripe": stripe_events.STATES, "paypal": paypal_events.STATES}

APPLIES: Mapping[Subject, Callable[[UnitOfWork, str, ProviderEvent], Awaitable[bool]]] = {
    "payment": payments.apply_webhook,
    "refund": refunds.apply_webhook,
    "refunds": refunds.apply_total,
    "dispute": disputes.apply_webhook,
    "payout": payouts.apply_webhook,
}
"""What applies an event, by its subject. Each accepts repeated events, and returns whether the subject is ours."""

_facts = TypeAdapter(ProviderEvent)


async def receive(context: Context, provider: Name, body: bytes, headers: Mapping[str, str]) -> None:
    """Stores a webhook, unless it is known. Raises ForgedWebhook; ProviderUnavailable if it cannot be verified now."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            event = await providers_of(context).module(provider).verify_webhook(body, headers)
    except TimeoutError as error:
        raise ProviderUnavailable(f"{provider} did not answer in time.") from error
    except (MethodNotOffered, ForgedWebhook) as error:
        log.warning("webhook.not_verified", provider=provider)
        raise ForgedWebhook from error
    async with context.db.unit_of_work() as db:
        await _store(db, provider, event)


async def _store(db: UnitOfWork, provider: Name, event: ProviderEvent) -> None:
    seen = event.seen and replace(event.seen, client_secret=None, approval_url=None)
    row = insert(Webhook).values(
        id=new_id(),
        provider=provider,
        external_id=event.external_id,
        type=event.type,
        received_at=clock.now(),
        facts=_facts.dump_python(replace(event, seen=seen), mode="json"),
    )
    stored = await db.scalar(row.on_conflict_do_nothing().returning(Webhook.id))
    if stored is not None:
        emit(db, WebhookReceived(webhook_id=stored, provider=provider))


async def process(db: UnitOfWork, webhook_id: UUID) -> None:
    """Lets the noun that a webhook is about apply it, once. A deleted one was processed before.

    A webhook that we do not understand moves no money and freezes none. Raises Retry for a dispute whose payment is not
    known yet.
    """
    webhook = await db.get(Webhook, webhook_id, with_for_update=True)
    if webhook is None or webhook.outcome is not None:
        return
    event = _facts.validate_python(webhook.facts)
    is_read = event.is_read and (event.seen is None or event.seen.is_read)
    apply = APPLIES.get(event.subject) if event.subject and event.seen and is_read else None
    ours = apply is not None and await apply(db, webhook.provider, event)
    if is_read and not ours and event.subject == "dispute" and clock.now() - webhook.received_at < UNHEARD:
        raise Retry(f"webhook {webhook_id}: the disputed payment is not known yet", seconds=30)
    webhook.outcome = "unread" if not is_read else "handled" if ours else "ignored"
    webhook.handled_at = clock.now()
    log.info("webhook.processed", provider=webhook.provider, type=webhook.type, outcome=webhook.outcome)


async def reread(db: UnitOfWork) -> None:
    """Has webhooks processed again whose state is known by now, those first that were not tried for longest."""
    unread = select(Webhook).where(Webhook.outcome == "unread").order_by(Webhook.handled_at).limit(MOST)
    for webhook in await db.scalars(unread.with_for_update()):
        webhook.handled_at = clock.now()
        event = _facts.validate_python(webhook.facts)
        states = STATES[webhook.provider].get(event.subject, {}) if event.subject else {}
        known = states.get(event.seen.state.removeprefix(UNKNOWN)) if event.seen else None
        if event.seen is not None and known is not None:
            read = replace(event, seen=replace(event.seen, state=known))
            webhook.facts = _facts.dump_python(read, mode="json")
            webhook.outcome = webhook.handled_at = None
            emit(db, WebhookReceived(webhook_id=webhook.id, provider=cast(Name, webhook.provider)))


async def count_unread(db: UnitOfWork) -> int:
    """Counts webhooks that were not understood."""
    return await db.scalar(select(func.count()).where(Webhook.outcome == "unread")) or 0


async def delete_old(db: UnitOfWork) -> None:
    """Deletes old webhooks that were processed, a bounded batch at a time."""
    until = clock.now() - timedelta(days=KEPT_DAYS)
    old = select(Webhook.id).where(Webhook.received_at < until, Webhook.outcome.is_not(None)).limit(housekeeping.BATCH)
    await db.execute(delete(Webhook).where(Webhook.id.in_(old)))
