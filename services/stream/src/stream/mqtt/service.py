"""Answers RabbitMQ's questions about devices, with what the database says now."""

import hmac
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import unquote, urlsplit
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.errors import NotFound
from stream import links
from stream.devices.credentials import digest
from stream.links import LinkExpired, LinkInvalid
from stream.mqtt.rights import device_of, may_speak, may_use

TAKEOVER = "mqtt takeover"
"""The purpose of the links with which the service itself connects as a device, to end the device's connection."""

# Not what a request by HTTP remembers for seconds: whoever was cut is not let in again.
_FIND = """
    SELECT FROM devices JOIN device_credentials AS known ON known.device_id = devices.id
    WHERE known.digest = $1 AND id = $2 AND revoked_at IS NULL AND (known.expires_at IS NULL OR known.expires_at > $3)
"""

Question = Mapping[str, str]


def require_broker(context: Context, key: str) -> None:
    """Raises NotFound unless the broker asks, by the key that only it and this service have."""
    known = context.config.mqtt_key.get_secret_value().encode()
    if not known or not hmac.compare_digest(known, key.encode("utf-8", "surrogateescape")):
        raise NotFound


def vhost_of(context: Context) -> str:
    """The virtual host in which the service itself works."""
    return unquote(urlsplit(context.config.broker_url).path[1:]) or "/"


async def may_connect(context: Context, asked: Question) -> bool:
    """Whether a device signs in: with its secret, and with its id as client id. AMQP has none, so it is closed."""
    device_id, password = device_of(asked.get("username", "")), asked.get("password", "")
    if device_id is None or asked.get("client_id") != str(device_id):
        return False
    return _is_takeover(context, device_id, password) or await _has_secret(context, device_id, password)


async def may_enter(context: Context, asked: Question) -> bool:
    """Whether it may use a virtual host: that of the fleet."""
    return device_of(asked.get("username", "")) is not None and asked.get("vhost") == vhost_of(context)


async def may_reach(context: Context, asked: Question) -> bool:
    """Whether it may use an exchange or queue."""
    device_id = device_of(asked.get("username", ""))
    if device_id is None or asked.get("vhost") != vhost_of(context):
        return False
    names = ("resource", "name", "permission")
    return may_use(device_id, **{name: asked.get(name, "") for name in names})


async def may_say(context: Context, asked: Question) -> bool:
    """Whether it may publish to a topic, or subscribe to it."""
    device_id = device_of(asked.get("username", ""))
    if device_id is None or asked.get("vhost") != vhost_of(context):
        return False
    names = ("name", "permission", "routing_key")
    return may_speak(device_id, **{name: asked.get(name, "") for name in names})


def takeover_secret(context: Context, device_id: UUID, *, expires_in: timedelta) -> str:
    """What lets the service itself connect as the device."""
    return links.make(context.db.data_key, TAKEOVER, {"device": str(device_id)}, expires_at=links.lasts(expires_in))


def _is_takeover(context: Context, device_id: UUID, secret: str) -> bool:
    try:
        return bool(links.read(context.db.data_key, TAKEOVER, secret)["device"] == str(device_id))
    except (LinkInvalid, LinkExpired):
        return False


async def _has_secret(context: Context, device_id: UUID, secret: str) -> bool:
    return bool(await context.db.fetch(_FIND, digest(secret), device_id, clock.now()))
