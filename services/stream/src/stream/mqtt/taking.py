"""Takes in a batch of messages from devices."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import structlog

from amigok_chassis.batches import Message
from amigok_chassis.context import Context
from stream.devices.hearing import heard
from stream.devices.login import DevicePrincipal
from stream.mqtt.payloads import readings_in
from stream.readings import refusals, service
from stream.readings.judging import Arrived

log = structlog.get_logger()

UNREADABLE = "unreadable"
"""The code of what is no reading."""

_DEVICES = "SELECT id, farm_id, previous_farm_id, moved_at FROM devices WHERE id = ANY($1::uuid[])"


async def take_in(context: Context, messages: Sequence[Message]) -> None:
    """Stores the readings of messages. Repeating the call has no further effect.

    The broker has seen to it that each routing key names the device that published it. What is no reading is kept among
    what was refused.
    """
    sent = [(sender_of(each.key), each.body) for each in messages]
    devices = await _devices(context, {device for device, _ in sent if device is not None})
    arrived: list[Arrived] = []
    unreadable: list[tuple[UUID, str]] = []
    for device_id, body in sent:
        if device_id is None or device_id not in devices:
            log.warning("mqtt.nobodys", device_id=str(device_id))
            continue
        good, bad = readings_in(body)
        arrived.extend(Arrived(devices[device_id], each) for each in good)
        unreadable.extend((device_id, each) for each in bad)
    if arrived:
        await service.record(context, arrived)
    if devices:
        await heard(context.db, devices)
    await keep_unreadable(context, unreadable)


def sender_of(key: str) -> UUID | None:
    """The device whose id is in a key such as `devices.<id>.readings`."""
    parts = key.split(".")
    try:
        return UUID(parts[1]) if len(parts) == 3 else None
    except ValueError:
        return None


async def _devices(context: Context, ids: Iterable[UUID]) -> Mapping[UUID, DevicePrincipal]:
    rows = await context.db.fetch(_DEVICES, list(ids))
    return {row["id"]: DevicePrincipal(**row) for row in rows}


async def keep_unreadable(context: Context, unreadable: Sequence[tuple[UUID, str]]) -> None:
    """Keeps the first of what devices sent and nobody can read."""
    if unreadable:
        async with context.db.unit_of_work() as db:
            for device_id, content in unreadable[: refusals.AT_ONCE]:
                await refusals.keep_one(db, device_id, code=UNREADABLE, content=content)
