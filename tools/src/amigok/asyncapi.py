"""The AsyncAPI 3.0 document of the fleet: every event, who publishes it and who consumes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from amigok_contracts import Event, all_events, producer, routing_key
from amigok_contracts.base import versions_of
from amigok_contracts.compatibility import schema_of

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Json = dict[str, Any]

_STRING: Json = {"type": "string"}

HEADERS: Json = {
    "title": "Headers",
    "description": "CloudEvents 1.0 in binary mode, and the trace that the event belongs to.",
    "type": "object",
    "required": [
        "cloudEvents_specversion",
        "cloudEvents_id",
        "cloudEvents_source",
        "cloudEvents_type",
        "cloudEvents_subject",
        "cloudEvents_time",
        "cloudEvents_dataschema",
        "cloudEvents_dataversion",
        "cloudEvents_correlationid",
    ],
    "properties": {
        "cloudEvents_specversion": {"const": "1.0"},
        "cloudEvents_id": {**_STRING, "format": "uuid", "description": "The same in every copy: use it to de-dupe."},
        "cloudEvents_source": {**_STRING, "description": "/amigok/<service>"},
        "cloudEvents_type": {**_STRING, "description": "<service>.<aggregate>.<past_tense>"},
        "cloudEvents_subject": {**_STRING, "description": "The id of the aggregate that it happened to."},
        "cloudEvents_time": {**_STRING, "format": "date-time"},
        "cloudEvents_dataschema": {**_STRING, "format": "uri"},
        "cloudEvents_dataversion": {"type": "integer", "description": "The major version."},
        "cloudEvents_correlationid": {**_STRING, "description": "The id of the request that started it all."},
        "cloudEvents_causationid": {**_STRING, "description": "The id of the event that caused it, if one did."},
        "traceparent": {**_STRING, "description": "W3C Trace Context"},
    },
}

DESCRIPTION = """\
The events of the Amigok fleet. Each is published once its transaction is committed, at least once, in order for each
aggregate up to the queue; consumers de-dupe by `cloudEvents_id`. Within a major version only optional fields are added;
anything else is the next version under an address of its own. `aggregate_version` grows with each event of an
aggregate. Strings with `x-known-values` are open: others may come within a version. Integrators bind their queues to
`amigok.public`, which carries public events only.
"""


def subscriptions(services: Iterable[Service]) -> list[tuple[Service, str, type[Event]]]:
    """Every (service, subscription, event in a version that its queue is bound to)."""
    return [
        (service, name, version)
        for service in services
        for name, handlers in service.consumes.items()
        for handler in handlers
        for version in versions_of(handler.event)
    ]


def consumers(event: type[Event], services: Iterable[Service]) -> list[str]:
    """The names of the services that consume an event in this version."""
    return sorted({service.name for service, _, consumed in subscriptions(services) if consumed is event})


def unknown_producers(services: Iterable[Service], events: Sequence[type[Event]] | None = None) -> list[str]:
    """Addresses of events that no service could publish, because none has the name that they begin with."""
    known = {service.name for service in services}
    declared = all_events() if events is None else events
    return [routing_key(event) for event in declared if producer(event) not in known]


def unknown_subscriptions(services: Iterable[Service], events: Sequence[type[Event]] | None = None) -> list[str]:
    """Subscriptions to events that the contracts do not declare, as `<queue>: <address>`."""
    declared = set(all_events() if events is None else events)
    return [
        f"{service.queue(name)}: {routing_key(event)}"
        for service, name, event in subscriptions(services)
        if event not in declared
    ]


def document(services: Iterable[Service], examples: Mapping[str, str], *, version: str) -> Json:
    """The whole document, of a version of the contracts; `examples` has the JSON of the golden ones, by file name."""
    services = list(services)
    events = all_events()
    schemas: Json = {"Headers": HEADERS}
    for event in events:
        schemas |= _schemas(event)
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Amigok events", "version": version, "description": DESCRIPTION},
        "defaultContentType": "application/json",
        "servers": {"broker": {"host": "rabbitmq:5672", "pathname": "/amigok", "protocol": "amqp"}},
        "channels": {routing_key(event): _channel(event) for event in events},
        "operations": _operations(services),
        "components": {
            "messages": {routing_key(event): _message(event, services, examples) for event in events},
            "schemas": schemas,
        },
    }


def render(document: Json) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _channel(event: type[Event]) -> Json:
    key = routing_key(event)
    return {
        "address": key,
        "messages": {"event": {"$ref": f"#/components/messages/{key}"}},
        "bindings": {
            "amqp": {
                "is": "routingKey",
                "exchange": {"name": "amigok.events", "type": "topic", "durable": True, "autoDelete": False},
                "bindingVersion": "0.3.0",
            }
        },
    }


def _operations(services: Sequence[Service]) -> Json:
    sends: list[tuple[str, str, type[Event], Json]] = [
        (service.name, "send", event, {}) for service in services for event in service.publishes
    ]
    receives = [
        (service.name, "receive", event, {"x-queue": service.queue(name)})
        for service, name, event in subscriptions(services)
    ]
    return {
        f"{service}.{action}.{routing_key(event)}": {
            "action": action,
            "channel": {"$ref": f"#/channels/{routing_key(event)}"},
            "messages": [{"$ref": f"#/channels/{routing_key(event)}/messages/event"}],
            "tags": [{"name": service}],
            **extra,
        }
        for service, action, event, extra in [*sends, *receives]
    }


def _message(event: type[Event], services: Sequence[Service], examples: Mapping[str, str]) -> Json:
    key = routing_key(event)
    return {
        "name": event.__name__,
        "title": key,
        "summary": " ".join((event.__doc__ or "").split()),
        "contentType": "application/json",
        "headers": {"$ref": "#/components/schemas/Headers"},
        "payload": {"$ref": f"#/components/schemas/{key}"},
        "tags": [{"name": "public" if event.public else "internal"}],
        "examples": [{"name": "golden", "payload": json.loads(examples[f"{key}.json"])}],
        "x-amigok": {
            "type": event.type,
            "version": event.version,
            "public": event.public,
            "aggregate": event.aggregate,
            "producer": producer(event),
            "consumers": consumers(event, services),
        },
    }


def _schemas(event: type[Event]) -> Json:
    """The payload's schema and those it refers to, under names that are unique in the document.

    Shared types such as Money keep their name: the contracts declare them once.
    """
    text = json.dumps(schema_of(event)).replace('"#/$defs/', '"#/components/schemas/')
    schema: Json = json.loads(text)
    shared: Json = schema.pop("$defs", {})
    for surplus in ("$schema", "$id", "x-amigok"):
        schema.pop(surplus)
    return {**shared, routing_key(event): schema}
