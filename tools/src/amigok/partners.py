"""Integrators: a broker user of their own, and queues that can never hold the fleet up.

A partner's queue is capped and drops its oldest messages; the fleet declares it, so that its arguments are ours. The
partner may read it and bind it to topics of `amigok.public`, where only public events are, and nothing else.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from urllib.parse import quote

from amigok.broker import Broker
from amigok.errors import Failure
from amigok_chassis.topology import PUBLIC

LONGEST = 100_000
"""How many messages wait for a partner before the oldest is dropped."""

_TAG = "partner"
_NAME = re.compile(r"[a-z][a-z0-9-]{1,30}")


def queue_of(name: str) -> str:
    return f"ext.{name}.events"


def add(broker: Broker, name: str, *, topics: Sequence[str]) -> str:
    """Lets a partner in and binds its queue to these topics; again, it gets a new password. Returns its AMQP URL."""
    if not _NAME.fullmatch(name):
        raise Failure(f"{name!r} is no partner's name: small letters, digits and dashes")
    user, password, queue = f"partner-{name}", secrets.token_urlsafe(24), queue_of(name)
    own = f"^ext\\.{re.escape(name)}\\..*$"
    broker.call("PUT", f"/users/{user}", {"password": password, "tags": _TAG})
    broker.call(
        "PUT",
        f"/permissions/{broker.vhost}/{user}",
        {"configure": "^$", "write": own, "read": f"{own}|^{re.escape(PUBLIC)}$"},
    )
    broker.call(
        "PUT",
        f"/topic-permissions/{broker.vhost}/{user}",
        {"exchange": PUBLIC, "write": "^$", "read": ".*"},
    )
    broker.call(
        "PUT",
        f"/queues/{broker.vhost}/{queue}",
        {
            "durable": True,
            "arguments": {"x-queue-type": "quorum", "x-max-length": LONGEST, "x-overflow": "drop-head"},
        },
    )
    for topic in topics:
        broker.call("POST", f"/bindings/{broker.vhost}/e/{PUBLIC}/q/{queue}", {"routing_key": topic})
    return f"amqp://{user}:{quote(password, safe='')}@{broker.host}/{broker.vhost}"


def remove(broker: Broker, name: str) -> None:
    """Takes the user and its queue away, with what waits in it. Raises Failure when there is none."""
    broker.call("DELETE", f"/users/partner-{name}")
    broker.call("DELETE", f"/queues/{broker.vhost}/{queue_of(name)}")


def names(broker: Broker) -> list[str]:
    """The partners there are."""
    users = broker.call("GET", "/users").json()
    return sorted(user["name"].removeprefix("partner-") for user in users if _TAG in user["tags"])
