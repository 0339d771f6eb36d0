"""The fleet's broker as an administrator sets it up: exchanges, queues, and a login for each service."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from amigok import mqtt
from amigok.errors import Failure

if TYPE_CHECKING:
    import httpx

    from amigok_chassis.service import Service

Json = dict[str, Any]
ADMINISTRATOR = VHOST = "amigok"


class Broker:
    """The management API of the fleet's broker; both URLs with an administrator's login."""

    def __init__(self, management: str, broker: str) -> None:
        parts = urlsplit(broker)
        self.host = parts.netloc.rpartition("@")[2]
        self.vhost = parts.path.lstrip("/") or "%2F"
        self._api = f"{management.rstrip('/')}/api"

    def call(self, method: str, path: str, body: object = None) -> httpx.Response:
        """Raises Failure unless the broker did as told."""
        import httpx

        try:
            response = httpx.request(method, self._api + path, json=body, timeout=60, trust_env=False)
        except httpx.HTTPError as error:
            raise Failure(f"RabbitMQ's management does not answer: {error}") from error
        if response.is_error:
            raise Failure(f"RabbitMQ refuses {method} {path}: {response.text}")
        return response


def set_up(broker: Broker, services: Sequence[Service], passwords: Mapping[str, str]) -> None:
    """Makes what the services need, and their logins with just the rights that they need; safe to repeat.

    `passwords` is by the service's name. Raises Failure.
    """
    broker.call("POST", "/definitions", definitions(services, passwords, vhost=unquote(broker.vhost)))


def login_url(administrator: str, name: str, password: str) -> str:
    """The administrator's AMQP URL turned to another login."""
    parts = urlsplit(administrator)
    return parts._replace(netloc=f"{name}:{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}").geturl()


def has_login(service: Service) -> bool:
    """Whether it uses the broker: what it publishes comes from a database, and what it consumes goes to one."""
    return service.database


def password_key(name: str) -> str:
    """What the environment of whoever sets the broker up calls the password of a service's login."""
    return f"{name.upper()}_BROKER_PASSWORD"


def definitions(services: Sequence[Service], passwords: Mapping[str, str], *, vhost: str) -> Json:
    """RabbitMQ's definitions: users with their rights, exchanges, queues and bindings of these services."""
    from amigok_chassis.topology import topology

    speakers = [service for service in services if has_login(service)]
    shapes = [topology(service) for service in speakers]
    here: Json = {"vhost": vhost, "durable": True, "auto_delete": False}
    exchanges = {name: kind for shape in shapes for name, kind in shape.exchanges.items()}
    return {
        "users": [{"name": each.name, "password": passwords[each.name], "tags": ""} for each in speakers],
        "permissions": [_permission(service, vhost) for service in speakers],
        "topic_permissions": [_topic_permission(service, vhost) for service in speakers],
        "exchanges": [
            {**here, "name": name, "type": kind, "internal": False, "arguments": {}} for name, kind in exchanges.items()
        ],
        "queues": [
            {**here, "name": name, "arguments": arguments}
            for shape in shapes
            for name, arguments in shape.queues.items()
        ],
        "bindings": [
            {
                "vhost": vhost,
                "source": binding.source,
                "destination": binding.to,
                "destination_type": binding.kind,
                "routing_key": binding.key,
                "arguments": {},
            }
            for binding in dict.fromkeys(binding for shape in shapes for binding in shape.bindings)
        ],
    }


def _permission(service: Service, vhost: str) -> Json:
    from amigok_chassis.topology import permissions

    rights = permissions(service)
    allowed = {"configure": rights.configure, "write": rights.write, "read": rights.read}
    return {"user": service.name, "vhost": vhost, **allowed}


def _topic_permission(service: Service, vhost: str) -> Json:
    from amigok_chassis.topology import EVENTS, NOTHING, permissions

    rights = permissions(service)
    return {"user": service.name, "vhost": vhost, "exchange": EVENTS, "write": rights.events, "read": NOTHING}


def script(services: Sequence[Service]) -> str:
    """How RabbitMQ's image starts: with all of this, and passwords from its environment."""
    speakers = [service.name for service in services if has_login(service)]
    given = {ADMINISTRATOR: "RABBITMQ_PASSWORD", **{name: password_key(name) for name in speakers}}
    wanted = definitions(services, {name: f"@{name}@" for name in given}, vhost=VHOST)
    everything = {"configure": ".*", "write": ".*", "read": ".*"}
    wanted["vhosts"] = [{"name": VHOST}]
    wanted["users"].append({"name": ADMINISTRATOR, "password": f"@{ADMINISTRATOR}@", "tags": "administrator"})
    wanted["permissions"].append({"user": ADMINISTRATOR, "vhost": VHOST, **everything})
    text = _one_a_line(wanted).replace("\\", "\\\\").replace("$", "\\$")
    for name, key in given.items():
        text = text.replace(f"@{name}@", f"${key}")
    return _SCRIPT.format(definitions=text, devices=_devices(services))


def _devices(services: Sequence[Service]) -> str:
    """The part of the script that lets devices in, if there is a service that hears them."""
    if not mqtt.asked(services):
        return ""
    service = f"http://{mqtt.ASKED}:8000"
    lines = mqtt.configuration(vhost=VHOST, service=f"${{AMIGOK_MQTT_ASKS:-{service}}}", key=f"${mqtt.KEY}")
    return _DEVICES.format(configuration=lines, plugins=" ".join(mqtt.PLUGINS))


def _one_a_line(everything: Json) -> str:
    lists = (
        f"{json.dumps(kind)}: [\n" + ",\n".join(json.dumps(each) for each in entries) + "\n]"
        for kind, entries in everything.items()
    )
    return "{\n" + ",\n".join(lists) + "\n}"


_SCRIPT = """\
#!/bin/sh
# Generated by `amigok generate`; not to be edited.
# Exchanges, queues and logins, as RabbitMQ finds them at each start. A service's login can publish its own types,
# read its own queues, and nothing else.
set -eu
folder=${{1:-/var/lib/rabbitmq}}
umask 077
cat >"$folder/amigok.json" <<JSON
{definitions}
JSON
umask 022
printf 'load_definitions = %s/amigok.json\\n' "$folder" >"${{2:-/etc/rabbitmq/conf.d/30-amigok.conf}}"
{devices}exec ${{3:-docker-entrypoint.sh rabbitmq-server}}
"""

_DEVICES = """\
cat >>"${{2:-/etc/rabbitmq/conf.d/30-amigok.conf}}" <<CONF
{configuration}CONF
${{4:-rabbitmq-plugins enable --offline}} {plugins}
"""
