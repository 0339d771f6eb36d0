"""RabbitMQ's MQTT plugin: which exchange it publishes to, and whom it asks who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amigok_chassis.service import Service

PLUGINS = ("rabbitmq_mqtt", "rabbitmq_auth_backend_http")
ASKED = "stream"
"""The service that says who may connect."""
KEY = "AMIGOK_MQTT_KEY"
LARGEST = 4_194_304
"""Bytes of a message. What the broker takes by default would fill the memory of whoever reads it."""


def configuration(*, vhost: str, service: str, key: str) -> str:
    """Lines of rabbitmq.conf. `service` is the URL of the service that is asked, `key` what the broker says to it.

    Logins of the broker's own are looked for first, so that services do not depend on it.
    """
    questions = "".join(
        f"auth_http.{name}_path = {service}/internal/mqtt/{name}?key={key}\n"
        for name in ("user", "vhost", "resource", "topic")
    )
    return f"""\
mqtt.vhost = {vhost}
mqtt.exchange = amigok.devices
max_message_size = {LARGEST}
auth_backends.1 = internal
auth_backends.2 = http
auth_http.http_method = post
{questions}"""


def asked(services: Iterable[Service]) -> bool:
    """Whether one of these services has queues that devices fill."""
    return any(service.intakes for service in services)
