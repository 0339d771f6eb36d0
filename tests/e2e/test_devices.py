"""Devices on farms, which lose power and network while the fleet has troubles of its own."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from signal import SIGKILL
from typing import Any

import aio_pika
import pytest

from amigok import demo_stream
from amigok.movable_clock import moving
from amigok_chassis.patience import until
from tests.e2e.barns import Barn, barn

SILENCE = timedelta(seconds=120)
"""Longer than a device may be silent."""


@pytest.fixture
async def device(fleet: Any, tmp_path: Path) -> AsyncIterator[Barn]:
    [animal] = await fleet.flock(1, price="10.00")
    async with barn(fleet, tmp_path, animal) as device:
        yield device


@asynccontextmanager
async def heard(fleet: Any, device: Barn) -> AsyncIterator[Counter[str]]:
    """How often each event of a device was published."""
    counts: Counter[str] = Counter()

    async def count(message: aio_pika.abc.AbstractIncomingMessage) -> None:
        counts[(message.routing_key or "").split(".")[2]] += device.device_id.encode() in message.body

    async with fleet.channel() as channel:
        queue = await channel.declare_queue(exclusive=True, auto_delete=True)
        await queue.bind("amigok.events", "stream.device.#")
        await queue.consume(count, no_ack=True)
        yield counts


async def test_a_device_without_power_is_offline_once_and_online_once_though_the_service_dies_meanwhile(
    fleet: Any, device: Barn
) -> None:
    async def is_now(status: str) -> bool:
        return await device.status() == status

    await until(lambda: is_now("online"))
    async with heard(fleet, device) as events, moving(fleet.state) as clock:
        device.end(SIGKILL)
        await clock.advance(SILENCE)
        killed = fleet.kill("stream")
        await until(partial(fleet.is_back, "stream", killed))
        await until(lambda: _told(events, "offline"))
        await until(lambda: is_now("offline"))
        killed = fleet.kill("stream")
        await device.start()
        await until(partial(fleet.is_back, "stream", killed))
        await until(lambda: _told(events, "online"))
        await until(lambda: is_now("online"))
        assert events == {"offline": 1, "online": 1}
    absences = await demo_stream.ask(fleet.admin, "GET", f"admin/jetson/devices/{device.device_id}/absences")
    told = [each for each in absences["items"] if each["announced"]]
    assert [each["back_at"] is not None for each in told] == [True, True]  # the first: until it was heard at all


async def test_what_a_device_saw_without_network_closes_the_gap_in_its_evidence_and_nothing_is_lost_or_twice(
    fleet: Any, device: Barn
) -> None:
    seen = await device.see("CARD-1", "CARD-2")
    await device.delivered()
    await device.tell("network", up=False)
    for _ in range(3):
        seen += await device.see("CARD-1", "CARD-2")
    device.end(SIGKILL)
    await device.start()
    await device.delivered()
    replayed = await device.tell("replay")
    assert (replayed["new"], replayed["evidence"]) == (0, {"verdict": "accepted", "replay": True})
    stored = await fleet.query("stream", "SELECT event_id FROM detections WHERE device_id = $1", device.device_id)
    assert sorted(str(row["event_id"]) for row in stored) == sorted(seen)
    code, told = await device.verified()
    assert code == 0, told


async def test_a_bit_that_flips_on_the_way_is_named(fleet: Any, device: Barn) -> None:
    await device.see("CARD-1")
    await device.delivered()
    await device.tell("flip")
    await device.see("CARD-1")
    await device.delivered()
    await device.see("CARD-1")
    await device.delivered()
    code, told = await device.verified()
    assert code == 1
    assert "bad_signature" in told
    assert "2" in told


async def _told(events: Counter[str], event: str) -> bool:
    return events[event] > 0
