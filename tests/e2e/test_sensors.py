"""Devices publish what their sensors measure by MQTT, through the fleet's own broker."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import pytest
from aiomqtt import Client, MqttError, ProtocolVersion

from amigok_chassis.patience import PATIENCE, until
from amigok_client.api import farms
from amigok_client.models import FarmIn
from tests.e2e.conftest import Fleet
from tests.e2e.enrolled import Login, registered

BEGAN = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)


class Device:
    """A registered device with its secret."""

    def __init__(self, fleet: Fleet, login: Login) -> None:
        self.fleet, self.id, self.secret = fleet, login.id, login.secret

    def client(self, *, client_id: UUID | None = None, secret: str | None = None, timeout: float = PATIENCE) -> Client:
        servers = self.fleet.state.servers
        assert servers is not None
        at = urlsplit(servers.mqtt)
        return Client(
            at.hostname or "",
            at.port or 0,
            username=str(self.id),
            password=secret or self.secret,
            identifier=str(client_id or self.id),
            protocol=ProtocolVersion.V311,
            timeout=timeout,
        )

    async def is_let_in(self) -> bool:
        """Whether it may connect: not while the service is down."""
        return not await refused(self.client())

    @property
    def topic(self) -> str:
        return f"devices/{self.id}/readings"

    async def administrate(self, method: str, path: str, body: object = None) -> httpx.Response:
        """What an administrator does with the device."""
        headers = {"Authorization": f"Bearer {self.fleet.admin.token}"}
        at = f"/api/v1/admin/jetson/devices/{self.id}{path}"
        answer = await self.fleet.http.request(method, at, json=body, headers=headers)
        assert answer.is_success, answer.text
        return answer

    async def stored(self) -> set[int]:
        """The seconds since `BEGAN` of which there are readings, each once."""
        sql = "SELECT recorded_at FROM readings JOIN sensors ON id = sensor_id WHERE device_id = $1"
        return {
            int((row["recorded_at"] - BEGAN).total_seconds()) for row in await self.fleet.query("stream", sql, self.id)
        }

    async def has(self, wanted: set[int]) -> None:
        async def it_has() -> bool:
            return await self.stored() == wanted

        await until(it_has)


def reading(second: int) -> str:
    at = (BEGAN + timedelta(seconds=second)).isoformat()
    return json.dumps({"sensor": "barn", "type": "temperature", "unit": "°C", "value": 20.5, "recorded_at": at})


Enrol = Callable[[], Awaitable[Device]]


@pytest.fixture(scope="module")
async def farm_id(fleet: Fleet) -> UUID:
    place = FarmIn(1, 31.9, 35.9, f"Farm {secrets.token_hex(4)}")
    return (await fleet.admin.send(farms.add_farm(body=place))).id


@pytest.fixture
async def enrol(fleet: Fleet, tmp_path: Path, farm_id: UUID) -> AsyncIterator[Enrol]:
    """Enrols and registers another device."""
    async with AsyncExitStack() as devices:

        async def enrol() -> Device:
            return Device(fleet, await devices.enter_async_context(registered(fleet, tmp_path, farm_id)))

        yield enrol


@pytest.fixture
async def device(enrol: Enrol) -> Device:
    return await enrol()


async def refused(client: Client) -> bool:
    try:
        async with client:
            return False
    except MqttError:
        return True


async def heard(client: Client) -> None:
    """Returns never; raises when the connection ends."""
    async for _ in client.messages:
        pass


@asynccontextmanager
async def hung_up() -> AsyncIterator[None]:
    """What happens inside ends with the broker hanging up."""
    with pytest.raises(MqttError):
        async with asyncio.timeout(PATIENCE):
            yield


async def test_a_device_publishes_under_its_own_topic_and_nobody_elses(
    fleet: Fleet, device: Device, enrol: Enrol
) -> None:
    other = await enrol()
    async with device.client() as client:
        await client.publish(device.topic, reading(1), qos=1)
        await client.publish(device.topic, f"[{reading(1)}, {reading(2)}]", qos=1)
        await client.publish(device.topic, b"\xff no reading", qos=1)
        await client.subscribe(f"devices/{device.id}/commands", qos=1)
    await device.has({1, 2})
    for topic in (other.topic, f"devices/{device.id}/commands", "events"):
        async with hung_up(), device.client() as client:
            await client.publish(topic, reading(3))
            await heard(client)
    for topic in (f"devices/{other.id}/commands", "#"):
        async with hung_up(), device.client() as client:
            asking = asyncio.create_task(client.subscribe(topic, qos=1))
            await heard(client)
        asking.cancel()
    assert await other.stored() == set()
    assert await fleet.query("stream", "SELECT FROM refused_readings WHERE device_id = $1", device.id)


async def test_a_device_connects_by_its_own_secret_and_client_id(device: Device, enrol: Enrol) -> None:
    other = await enrol()
    assert not await refused(device.client())
    assert await refused(device.client(client_id=other.id))
    assert await refused(device.client(secret=other.secret))


async def test_a_revoked_device_is_cut_and_stays_out(fleet: Fleet, device: Device) -> None:
    async with hung_up(), device.client() as client:
        await client.publish(device.topic, reading(1), qos=1)
        await device.administrate("DELETE", "")
        await heard(client)
    assert await refused(device.client())
    await device.has({1})


async def test_a_device_hears_its_commands_until_it_acknowledges(fleet: Fleet, device: Device) -> None:
    async with device.client() as client:
        await client.subscribe(f"devices/{device.id}/commands", qos=1)
        given = (await device.administrate("POST", "/commands", {"kind": "restart"})).json()
        async with asyncio.timeout(PATIENCE):
            message = await anext(client.messages)
        assert json.loads(bytes(message.payload))["id"] == given["id"]
        done = json.dumps({"command_id": given["id"], "result": "done"})
        await client.publish(f"devices/{device.id}/acknowledgements", done, qos=1)

    async def is_done() -> bool:
        [command] = (await device.administrate("GET", "/commands")).json()["items"]
        return (command["state"], command["deliveries"]) == ("done", 1)

    await until(is_done)


async def test_what_was_acknowledged_is_stored_once_though_everything_is_cut(fleet: Fleet, device: Device) -> None:
    acknowledged: set[int] = set()

    async def publish(seconds: range) -> None:
        """Each until it is acknowledged, on another connection when one is cut."""
        left = list(reversed(seconds))
        while left:
            with suppress(MqttError):
                async with device.client(timeout=10) as client:  # what was cut is acknowledged to nobody
                    while left:
                        await client.publish(device.topic, reading(left[-1]), qos=1)
                        acknowledged.add(left.pop())
            await asyncio.sleep(0.05)

    publishing = asyncio.create_task(publish(range(1000)))
    await until(lambda: _more_than(acknowledged, 50))
    fleet.kill("stream")
    await until(lambda: _more_than(acknowledged, 150))
    publishing.cancel()
    await asyncio.gather(publishing, return_exceptions=True)
    cut = max(acknowledged)
    await until(device.is_let_in)
    await publish(range(cut - 20, cut + 20))
    await device.has(set(range(cut + 20)))
    counted = "SELECT sum(count) AS count FROM reading_hours JOIN sensors ON id = sensor_id WHERE device_id = $1"
    sums = await fleet.query("stream", counted, device.id)
    assert sums[0]["count"] == cut + 20


async def _more_than(seen: set[int], count: int) -> bool:
    return len(seen) > count
