"""What a device may do by MQTT. Pure rules, as RabbitMQ's auth_backend_http asks for them.

A device publishes under `devices/<its id>/` what it measured and what it acknowledges, and hears its own commands. In
routing keys the slashes are points. Its client id is its id, so that a second connection ends the first.
"""

from uuid import UUID

from amigok_chassis.topology import OUTSIDE

SAYS = ("readings", "acknowledgements")
HEARS = ("commands",)


def device_of(username: str) -> UUID | None:
    """The device that a user name is the id of. It may stand after a virtual host and a colon."""
    written = username.rpartition(":")[2]
    try:
        device_id = UUID(written)
    except ValueError:
        return None
    return device_id if str(device_id) == written else None


def may_use(device_id: UUID, *, resource: str, name: str, permission: str) -> bool:
    """Whether it may use an exchange or a queue: the exchange of devices, and queues of its own subscriptions."""
    if resource == "exchange":
        return name == OUTSIDE and permission in ("write", "read")
    own = (f"mqtt-subscription-{device_id}qos0", f"mqtt-subscription-{device_id}qos1", f"mqtt-will-{device_id}")
    return resource == "queue" and name in own


def may_speak(device_id: UUID, *, name: str, permission: str, routing_key: str) -> bool:
    """Whether it may publish to a topic of the exchange, or subscribe to it."""
    topics = {"write": SAYS, "read": HEARS}.get(permission, ())
    return name == OUTSIDE and routing_key in [f"devices.{device_id}.{topic}" for topic in topics]
