"""Takes in what devices measured, by whichever way it came."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.context import Context
from stream.devices.login import DevicePrincipal
from stream.readings import parts, refusals
from stream.readings.judging import Arrived, Measured, judged
from stream.readings.schemas import Code, ReadingIn, ReadingsOut
from stream.readings.store import store
from stream.sensor_types.service import all_types
from stream.sensors.making import Key, Sensed, find_or_make
from stream.sensors.models import Sensor
from stream.settings import Settings


async def record_of(context: Context, device: DevicePrincipal, readings: Sequence[ReadingIn]) -> ReadingsOut:
    """Takes in the readings of one device. Repeating the call has no further effect."""
    results = await record(context, [Arrived(device, each) for each in readings])
    return ReadingsOut(stored=results.count("stored"), results=results)


async def record(context: Context, arrived: Sequence[Arrived]) -> list[Code]:
    """Takes in readings of any devices and returns what became of each, in their order.

    What is stored, and why the rest was refused, is committed when it returns. Repeating the call has no
    further effect.
    """
    values = await _judged(context, [each.reading for each in arrived])
    good = [each for each, value in zip(arrived, values, strict=True) if isinstance(value, float)]
    await parts.ensure(context, (each.reading.recorded_at for each in good))
    async with context.db.unit_of_work() as db:
        sensors = await find_or_make(db, _sensed(good))
        found = [_found(each, value, sensors) for each, value in zip(arrived, values, strict=True)]
        stored = await store(db, [each for each in found if isinstance(each, Measured)])
        results = _results(found, stored)
        await refusals.keep(db, arrived, results)
    return results


async def _judged(context: Context, readings: Sequence[ReadingIn]) -> list[float | Code]:
    now, skew = clock.now(), context.settings(Settings).reading_skew
    async with context.db.reader() as db:
        types = await all_types(db)
    return [judged(each, types, now, skew) for each in readings]


def _sensed(arrived: Iterable[Arrived]) -> dict[Key, Sensed]:
    """The sensors that readings are of, each as its first reading has it."""
    sensed: dict[Key, Sensed] = {}
    for each in (one.sensed for one in arrived):
        sensed.setdefault(each.key, each)
    return sensed


def _found(arrived: Arrived, value: float | Code, sensors: Mapping[Key, Sensor]) -> Measured | Code:
    if not isinstance(value, float):
        return value
    sensor = sensors.get(arrived.sensed.key)
    if sensor is None:
        return "too_many_sensors"
    if sensor.type != arrived.reading.type:
        return "other_type"
    return Measured(sensor.id, arrived.reading.recorded_at, value)


def _results(found: Sequence[Measured | Code], stored: set[tuple[UUID, datetime]]) -> list[Code]:
    """Of several with the same sensor and time the first was stored, if any."""
    results: list[Code] = []
    for each in found:
        if isinstance(each, Measured):
            key = each.sensor_id, each.recorded_at
            results.append("stored" if key in stored else "duplicate")
            stored.discard(key)
        else:
            results.append(each)
    return results
