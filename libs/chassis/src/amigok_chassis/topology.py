"""The broker's shape: exchanges, one quorum queue per subscription, delay tiers, dead letters.

All of it is declared by the migration step, before any relay runs, so that no event finds its queue missing.
"""

import aio_pika
from aio_pika.abc import AbstractChannel

from amigok_chassis.service import Service
from amigok_contracts import routing_key
from amigok_contracts.base import all_events, versions_of

EVENTS = "amigok.events"
"""The topic exchange of the fleet; routing keys are `<service>.<aggregate>.<past_tense>.v<major>`."""

PUBLIC = "amigok.public"
"""The topic exchange of integrators: public events only."""

DELAYS = (1, 10, 60, 600)
"""The retry tiers in seconds. One queue per tier and one TTL per queue: nothing waits behind a longer delay."""

DELIVERY_LIMIT = 20
"""A message that was in the hands of so many crashed consumers is a dead letter."""


NEVER = 1_000_000
"""Dead letters stay, however often an operator looks at them: RabbitMQ 4 would drop them after 20 deliveries."""


def delay_exchange(seconds: int) -> str:
    return f"amigok.delay.{seconds}s"


def dead_queue(service: str) -> str:
    return f"{service}.dead"


async def declare(channel: AbstractChannel, service: Service) -> None:
    """Declares what the service needs; doing so again changes nothing."""
    events = await channel.declare_exchange(EVENTS, aio_pika.ExchangeType.TOPIC, durable=True)
    public = await channel.declare_exchange(PUBLIC, aio_pika.ExchangeType.TOPIC, durable=True)
    for event in all_events():
        if event.public:
            await public.bind(events, routing_key(event))
    for seconds in DELAYS:
        await _declare_delay(channel, seconds)
    if service.consumes:
        await channel.declare_queue(
            dead_queue(service.name),
            durable=True,
            arguments={"x-queue-type": "quorum", "x-delivery-limit": NEVER},
        )
    for subscription, handlers in service.consumes.items():
        queue = await channel.declare_queue(
            service.queue(subscription),
            durable=True,
            arguments={
                "x-queue-type": "quorum",
                "x-delivery-limit": DELIVERY_LIMIT,
                "x-dead-letter-exchange": "",
                "x-dead-letter-routing-key": dead_queue(service.name),
                "x-dead-letter-strategy": "at-least-once",
                "x-overflow": "reject-publish",
            },
        )
        for handler in handlers:
            for version in versions_of(handler.event):
                await queue.bind(events, routing_key(version))


async def _declare_delay(channel: AbstractChannel, seconds: int) -> None:
    """A message published here with a queue's name as its routing key arrives in that queue after the delay."""
    name = delay_exchange(seconds)
    exchange = await channel.declare_exchange(name, aio_pika.ExchangeType.FANOUT, durable=True)
    queue = await channel.declare_queue(
        name,
        durable=True,
        arguments={
            "x-queue-type": "quorum",
            "x-message-ttl": seconds * 1000,
            "x-dead-letter-exchange": "",
            "x-dead-letter-strategy": "at-least-once",
            "x-overflow": "reject-publish",
        },
    )
    await queue.bind(exchange)
