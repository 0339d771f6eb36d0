"""Webhooks: kept once each, then handed to the noun that they are about."""

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
from amigok_chassis.consumer import Retry
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import WebhookReceived
from payment.desk import Desk
from payment.disputes import service as disputes
from payment.payments import service as payments
from payment.payouts import service as payouts
from payment.providers import paypal_events, stripe_events
from payment.providers.breaker import ANSWER_SECONDS
from payment.providers.registry import MethodNotOffered
from payment.providers.shape import (
    UNKNOWN,
    ForgedWebhook,
    Name,
    ProviderEvent,
    ProviderUnavailable,
    Subject,
)
from payment.refunds import service as refunds
from payment.webhooks.models import Webhook

log = structlog.get_logger()

KEPT_DAYS = 90
"""Longer than any provider tells the same event again."""

MOST = 100
"""So many are read anew at once."""

UNHEARD = timedelta(minutes=10)
"""So long a dispute may be of a payment that is not known to be made yet: that one's webhook comes later."""

UNREAD = Gauge("amigok_webhooks_unread", "Webhooks that say what we have no word for: people have to look")

WORDS = {"stripe": stripe_events.WORDS, "paypal": paypal_events.WORDS}

OBSERVERS: Mapping[Subject, Callable[[UnitOfWork, str, ProviderEvent], Awaitable[bool]]] = {
    "payment": payments.observed,
    "refund": refunds.observed,
    "refunds": refunds.hinted,
    "dispute": disputes.observed,
    "payout": payouts.observed,
}
"""Who looks into an event; each takes what it has seen before as well, and returns whether it is about ours."""

_facts = TypeAdapter(ProviderEvent)


async def receive(desk: Desk, provider: Name, body: bytes, headers: Mapping[str, str]) -> None:
    """Keeps a webhook, unless it is known. Raises ForgedWebhook, and ProviderUnavailable where it is asked of them."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            event = await desk.providers.module(provider).verified(body, headers)
    except TimeoutError as error:
        raise ProviderUnavailable(f"{provider} did not answer in time.") from error
    except (MethodNotOffered, ForgedWebhook) as error:
        log.warning("webhook.not_verified", provider=provider)
        raise ForgedWebhook from error
    async with desk.db.unit_of_work() as db:
        await _keep(db, provider, event)


async def _keep(db: UnitOfWork, provider: Name, event: ProviderEvent) -> None:
    seen = event.seen and replace(event.seen, client_secret=None, approval_url=None)
    row = insert(Webhook).values(
        id=new_id(),
        provider=provider,
        external_id=event.external_id,
        type=event.type,
        received_at=clock.now(),
        facts=_facts.dump_python(replace(event, seen=seen), mode="json"),
    )
    kept = await db.scalar(row.on_conflict_do_nothing().returning(Webhook.id))
    if kept is not None:
        emit(db, WebhookReceived(webhook_id=kept, provider=provider))


async def look_into(db: UnitOfWork, webhook_id: UUID) -> None:
    """Lets the noun that a webhook is about fold it, once. One that is kept no longer was looked into.

    What we have no word for moves no money and freezes none. Raises Retry for a dispute of nothing that is known yet.
    """
    webhook = await db.get(Webhook, webhook_id, with_for_update=True)
    if webhook is None or webhook.outcome is not None:
        return
    event = _facts.validate_python(webhook.facts)
    is_read = event.is_read and (event.seen is None or event.seen.is_read)
    observe = OBSERVERS.get(event.subject) if event.subject and event.seen and is_read else None
    ours = observe is not None and await observe(db, webhook.provider, event)
    if is_read and not ours and event.subject == "dispute" and clock.now() - webhook.received_at < UNHEARD:
        raise Retry(f"webhook {webhook_id}: no payment of ours is known by what is disputed", seconds=30)
    webhook.outcome = "unread" if not is_read else "handled" if ours else "ignored"
    webhook.handled_at = clock.now()
    log.info("webhook.looked_into", provider=webhook.provider, type=webhook.type, outcome=webhook.outcome)


async def read_anew(db: UnitOfWork) -> None:
    """Has webhooks looked into again whose state has a word by now; those first that were not tried for longest."""
    unread = select(Webhook).where(Webhook.outcome == "unread").order_by(Webhook.handled_at).limit(MOST)
    for webhook in await db.scalars(unread.with_for_update()):
        webhook.handled_at = clock.now()
        event = _facts.validate_python(webhook.facts)
        words = WORDS[webhook.provider].get(event.subject, {}) if event.subject else {}
        known = words.get(event.seen.state.removeprefix(UNKNOWN)) if event.seen else None
        if event.seen is not None and known is not None:
            read = replace(event, seen=replace(event.seen, state=known))
            webhook.facts = _facts.dump_python(read, mode="json")
            webhook.outcome = webhook.handled_at = None
            emit(db, WebhookReceived(webhook_id=webhook.id, provider=cast(Name, webhook.provider)))


async def count_unread(db: UnitOfWork) -> int:
    """How many say what we have no word for."""
    return await db.scalar(select(func.count()).where(Webhook.outcome == "unread")) or 0


async def forget(db: UnitOfWork) -> None:
    """Removes old ones that were looked into, a bounded batch at a time."""
    until = clock.now() - timedelta(days=KEPT_DAYS)
    old = select(Webhook.id).where(Webhook.received_at < until, Webhook.outcome.is_not(None)).limit(housekeeping.BATCH)
    await db.execute(delete(Webhook).where(Webhook.id.in_(old)))
