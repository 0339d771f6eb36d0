"""What workers do again and again about MQTT."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from amigok_chassis import batches, clock
from amigok_chassis.context import Context
from amigok_chassis.service import task
from stream.mqtt.acknowledging import take_acknowledgements
from stream.mqtt.payloads import LARGEST
from stream.mqtt.takeover import end_connection
from stream.mqtt.taking import take_in

log = structlog.get_logger()

READINGS, ACKNOWLEDGEMENTS = "stream.readings", "stream.acknowledgements"
LIMITS = batches.Limits(longest=LARGEST)
LOOKS_BACK = timedelta(days=1)
"""A worker that starts ends the connections of devices that lost their right in this time."""
MOST = 1000

# Who is claimed anew has no secret any more, until the claim has ended.
_ENDED = """
    SELECT id, coalesce(revoked_at, claim_expires_at) AS at FROM devices WHERE revoked_at > $1 OR claim_expires_at > $2
    UNION SELECT device_id, expires_at FROM device_credentials WHERE expires_at > $1 AND expires_at <= $2
    ORDER BY at DESC LIMIT $3
"""


@dataclass
class _Cut:
    """Whose connection this process has ended, and for which of their ends."""

    ends: set[tuple[UUID, datetime]] = field(default_factory=set)


def _cut(_: Context) -> _Cut:
    return _Cut()


@task(1)
async def take_in_readings(context: Context) -> None:
    """Reads what devices have measured, as long as there is a connection to the broker."""
    await batches.read(context, READINGS, take_in, LIMITS)


@task(1)
async def take_in_acknowledgements(context: Context) -> None:
    """Reads what devices say of their commands."""
    await batches.read(context, ACKNOWLEDGEMENTS, take_acknowledgements, LIMITS)


@task(1)
async def cut_connections(context: Context) -> None:
    """Ends the connections of devices that are revoked, or whose secret has expired. A device may connect anew."""
    if not context.config.mqtt_url:
        return
    cut, now = context.once(_cut), clock.now()
    ended = {(row["id"], row["at"]) for row in await context.db.fetch(_ENDED, now - LOOKS_BACK, now, MOST)}
    for device_id, at in ended - cut.ends:
        await end_connection(context, device_id)
        cut.ends.add((device_id, at))
        log.info("mqtt.cut", device_id=str(device_id))
    cut.ends &= ended
