"""The broker's topology: exchanges, one quorum queue per subscription, delay tiers, dead letters, and permissions.

An administrator's login declares all of it before any service runs, so that no event finds its queue missing. A
service's own login declares and binds nothing: who can give a queue a dead-letter exchange can publish what they like.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from aio_pika.abc import AbstractChannel, AbstractExchange, AbstractQueue

from amigok_chassis.service import Service
from amigok_contracts import routing_key
from amigok_contracts.base import all_events, versions_of

EVENTS = "amigok.events"
"""The topic exchange of the fleet; routing keys are `<service>.<aggregate>.<past_tense>.v<major>`."""

PUBLIC = "amigok.public"
"""The topic exchange of integrators: public events only."""

OUTSIDE = "amigok.devices"
"""The topic exchange of what outsiders publish and hear by MQTT; the slashes of topics are points in its keys."""

DELAYS = (1, 10, 60, 600)
"""The retry tiers in seconds. One queue per tier and one TTL per queue: nothing waits behind a longer delay."""

DELIVERY_LIMIT = 20
"""A message becomes a dead letter after so many deliveries to consumers that crashed."""

NEVER = 1_000_000
"""Dead letters stay, however often an operator looks at them: RabbitMQ 4 would drop them after 20 deliveries."""

NOTHING = "^$"
"""As a permission: no name fits."""


def own_exchange(service: str) -> str:
    """The exchange that only the service itself publishes to: the key names the queue of the service."""
    return f"{service}.queues"


def delay_exchange(service: str, seconds: int) -> str:
    """The exchange for delays: a message arrives after the delay in the queue that its key names."""
    return f"{service}.delay.{seconds}s"


def dead_queue(service: str) -> str:
    return f"{service}.dead"


class Binding(NamedTuple):
    """Routes messages of `source` with `key` to the exchange or queue `to`."""

    source: str
    to: str
    kind: Literal["exchange", "queue"]
    key: str


@dataclass(frozen=True)
class Topology:
    """Durable exchanges with their types, durable queues with their arguments, and bindings."""

    exchanges: dict[str, str] = field(default_factory=dict)
    queues: dict[str, dict[str, Any]] = field(default_factory=dict)
    bindings: list[Binding] = field(default_factory=list)


class Permissions(NamedTuple):
    """Regular expressions of what a login may configure, write to and read from; of keys it may publish to EVENTS."""

    configure: str
    write: str
    read: str
    events: str


def topology(service: Service) -> Topology:
    """The exchanges that all services share, and the service's own part."""
    public = [Binding(EVENTS, PUBLIC, "exchange", routing_key(event)) for event in all_events() if event.public]
    shape = Topology({EVENTS: "topic", PUBLIC: "topic"}, {}, public)
    if service.queues:
        _add_dead_letters(shape, service.name)
    if service.consumes:
        for seconds in DELAYS:
            _add_delay(shape, service.name, seconds)
    for subscription in service.consumes:
        _add_subscription(shape, service, subscription)
    for intake, key in service.intakes.items():
        _add_intake(shape, service, intake, key)
    for firehose in service.firehoses:
        _add_firehose(shape, service, firehose)
    return shape


def _add_dead_letters(shape: Topology, service: str) -> None:
    queue = dead_queue(service)
    shape.exchanges[own_exchange(service)] = "direct"
    shape.queues[queue] = {"x-queue-type": "quorum", "x-delivery-limit": NEVER}
    shape.bindings.append(Binding(own_exchange(service), queue, "queue", queue))


def _add_delay(shape: Topology, service: str, seconds: int) -> None:
    name = delay_exchange(service, seconds)
    shape.exchanges[name] = "fanout"
    shape.queues[name] = _passing_on(service) | {"x-message-ttl": seconds * 1000}
    shape.bindings.append(Binding(name, name, "queue", ""))


def _add_intake(shape: Topology, service: Service, intake: str, key: str) -> None:
    shape.exchanges[OUTSIDE] = "topic"
    shape.bindings.append(Binding(OUTSIDE, _add_queue(shape, service, intake), "queue", key))


def _add_subscription(shape: Topology, service: Service, subscription: str) -> None:
    queue = _add_queue(shape, service, subscription)
    events = [version for handler in service.consumes[subscription] for version in versions_of(handler.event)]
    shape.bindings.extend(Binding(EVENTS, queue, "queue", routing_key(event)) for event in events)


def _add_firehose(shape: Topology, service: Service, firehose: str) -> None:
    """Every event that these contracts know: of others nobody can tell which of their fields are about people."""
    queue = _add_queue(shape, service, firehose)
    shape.bindings.extend(Binding(EVENTS, queue, "queue", routing_key(event)) for event in all_events())


def _add_queue(shape: Topology, service: Service, name: str) -> str:
    """A queue of the service, to which its dead letters can be sent back. Returns its whole name."""
    queue = service.queue(name)
    dead = {"x-delivery-limit": DELIVERY_LIMIT, "x-dead-letter-routing-key": dead_queue(service.name)}
    shape.queues[queue] = _passing_on(service.name) | dead
    shape.bindings.append(Binding(own_exchange(service.name), queue, "queue", queue))
    return queue


def _passing_on(service: str) -> dict[str, Any]:
    """Of a queue whose messages go on to another of the same service, and are not lost on the way."""
    return {
        "x-queue-type": "quorum",
        "x-dead-letter-exchange": own_exchange(service),
        "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",
    }


def permissions(service: Service) -> Permissions:
    """The permissions of the service's login: publish its own types, read its own queues, delay and dead-letter.

    One with intakes also says things to those who fill them.
    """
    own = [own_exchange(service.name), *(delay_exchange(service.name, seconds) for seconds in DELAYS)]
    return Permissions(
        configure=NOTHING,
        write=_any_of([EVENTS, *(own if service.consumes else []), *([OUTSIDE] if service.intakes else [])]),
        read=_any_of(service.queues),
        events=f"^{re.escape(service.name)}\\.",
    )


def _any_of(names: list[str]) -> str:
    return f"^({'|'.join(map(re.escape, names))})$" if names else NOTHING


async def declare(channel: AbstractChannel, service: Service) -> None:
    """Declares what the service needs, by an administrator's login. Repeating the call has no further effect."""
    shape = topology(service)
    declared: dict[tuple[str, str], AbstractExchange | AbstractQueue] = {}
    for name, kind in shape.exchanges.items():
        declared["exchange", name] = await channel.declare_exchange(name, kind, durable=True)
    for name, arguments in shape.queues.items():
        declared["queue", name] = await channel.declare_queue(name, durable=True, arguments=arguments)
    for binding in shape.bindings:
        await declared[binding.kind, binding.to].bind(binding.source, binding.key)
