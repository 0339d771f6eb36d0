"""What RabbitMQ asks about devices, and what becomes of their messages."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any, cast

import pytest

from amigok_chassis import batches
from amigok_chassis.batches import Message
from amigok_chassis.context import Context
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from services.stream.tests.test_sensors import reading
from stream.main import service
from stream.mqtt import takeover
from stream.mqtt.acknowledging import take_acknowledgements
from stream.mqtt.payloads import LARGEST, readings_in
from stream.mqtt.service import takeover_secret
from stream.mqtt.taking import take_in

KEY = "k" * 43


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service, mqtt_key=KEY, broker_url="amqp://stream:x@127.0.0.1:1/fleet") as rig:
        yield rig


async def ask(yard: Yard, question: str, *, key: str = KEY, **form: Any) -> str:
    answer = await yard.rig.http.post(f"/internal/mqtt/{question}?key={key}", data=form)
    assert answer.status_code == 200, answer.text
    return answer.text


async def signs_in(yard: Yard, machine: Machine, **changed: Any) -> str:
    login = {"username": str(machine.id), "password": machine.secret, "client_id": str(machine.id), "vhost": "fleet"}
    return await ask(yard, "user", **login | changed)


async def test_a_device_signs_in_by_its_secret_under_its_own_client_id(yard: Yard) -> None:
    machine, other = await yard.machine(), await yard.machine()
    assert await signs_in(yard, machine) == "allow"
    refused: list[dict[str, Any]] = [
        {"password": "wrong"},
        {"password": other.secret},
        {"client_id": str(other.id)},
        {"client_id": ""},
        {"username": str(other.id)},
        {"username": str(machine.id).upper(), "client_id": str(machine.id).upper()},
        {"username": "stream"},
        {"username": ""},
    ]
    for changed in refused:
        assert await signs_in(yard, machine, **changed) == "deny", changed


async def test_a_login_without_client_id_as_by_amqp_is_refused(yard: Yard) -> None:
    machine = await yard.machine()
    login = {"username": str(machine.id), "password": machine.secret}
    assert await ask(yard, "user", **login) == "deny"


async def test_a_revoked_device_is_refused_at_once(yard: Yard) -> None:
    machine = await yard.machine()
    assert await signs_in(yard, machine) == "allow"
    await yard.rig.db.fetch("UPDATE devices SET revoked_at = now() WHERE id = $1", machine.id)
    assert await signs_in(yard, machine) == "deny"


async def test_the_service_itself_may_take_a_connection_over(yard: Yard) -> None:
    machine, other = await yard.machine(), await yard.machine()
    secret = takeover_secret(yard.rig.context, machine.id, expires_in=timedelta(minutes=1))
    assert await signs_in(yard, machine, password=secret) == "allow"
    assert await signs_in(yard, other, password=secret) == "deny"
    late = takeover_secret(yard.rig.context, machine.id, expires_in=timedelta())
    assert await signs_in(yard, machine, password=late) == "deny"


@pytest.mark.parametrize(
    ("permission", "topic", "answer"),
    [
        ("write", "devices.{own}.readings", "allow"),
        ("write", "devices.{own}.acknowledgements", "allow"),
        ("read", "devices.{own}.commands", "allow"),
        ("write", "devices.{own}.commands", "deny"),
        ("read", "devices.{own}.readings", "deny"),
        ("write", "devices.{other}.readings", "deny"),
        ("read", "devices.{other}.commands", "deny"),
        ("read", "devices.*.commands", "deny"),
        ("read", "#", "deny"),
        ("write", "devices.{own}.readings.more", "deny"),
        ("configure", "devices.{own}.readings", "deny"),
    ],
)
async def test_a_device_speaks_and_hears_under_its_own_topics_only(
    yard: Yard, permission: str, topic: str, answer: str
) -> None:
    own = str(new_id())
    key = topic.format(own=own, other=new_id())
    asked = {"username": own, "vhost": "fleet", "name": "amigok.devices", "routing_key": key}
    assert await ask(yard, "topic", permission=permission, resource="topic", **asked) == answer
    if answer == "allow":
        assert await ask(yard, "topic", permission=permission, **asked | {"vhost": "/"}) == "deny"
        assert await ask(yard, "topic", permission=permission, **asked | {"name": "amigok.events"}) == "deny"


async def test_a_device_reaches_its_own_queues_and_one_exchange(yard: Yard) -> None:
    own, other = str(new_id()), str(new_id())

    async def reaches(resource: str, name: str, permission: str) -> bool:
        asked = {"username": own, "vhost": "fleet", "resource": resource, "name": name, "permission": permission}
        return await ask(yard, "resource", **asked) == "allow"

    for permission in ("configure", "write", "read"):
        assert await reaches("queue", f"mqtt-subscription-{own}qos1", permission)
        assert not await reaches("queue", f"mqtt-subscription-{other}qos1", permission)
        assert not await reaches("queue", "stream.readings", permission)
        assert not await reaches("exchange", "amigok.events", permission)
        assert await reaches("exchange", "amigok.devices", permission) == (permission != "configure")
    assert await ask(yard, "vhost", username=own, vhost="fleet") == "allow"
    assert await ask(yard, "vhost", username=own, vhost="other") == "deny"


async def test_nobody_but_the_broker_is_answered(yard: Yard) -> None:
    machine = await yard.machine()
    login = {"username": str(machine.id), "password": machine.secret, "client_id": str(machine.id)}
    for question in ("user", "vhost", "resource", "topic"):
        for key in ("", "?key=", "?key=wrong", f"?key={KEY}x", "?key=%C3%A9"):
            answer = await yard.rig.http.post(f"/internal/mqtt/{question}{key}", data=login)
            assert answer.status_code == 404, answer.text
    assert await ask(yard, "user", username="\udce9".encode("utf-8", "surrogateescape")) == "deny"


async def published(machine: Machine, payload: Any) -> None:
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    await take_in(machine.rig.context, [Message(f"devices.{machine.id}.readings", body)])


async def stored(yard: Yard) -> int:
    [row] = await yard.rig.db.fetch("SELECT count(*) AS count FROM readings")
    return int(row["count"])


async def test_one_reading_or_a_list_is_taken_in_once(yard: Yard) -> None:
    machine, many = await yard.machine(), [reading(ago=float(n)) for n in range(1, 4)]
    await published(machine, reading())
    await published(machine, many)
    await published(machine, many)
    assert await stored(yard) == 4


async def test_what_is_no_reading_is_kept_with_its_reason_and_keeps_no_other_out(yard: Yard) -> None:
    machine = await yard.machine()
    bodies: list[Any] = [b"\xff\x00", b"[" * 9999, b"null", [], b"x" * (LARGEST + 1), {"sensor": "a"}, b"1e999"]
    for body in bodies:
        await published(machine, body)
    await published(machine, [reading(), {"value": 10**400}, {}])
    await published(machine, b'[{"sensor": "\\udc00"}]')
    assert await stored(yard) == 1
    refused = (await yard.as_admin("GET", "admin/refused-readings")).json()["items"]
    assert [each["code"] for each in refused] == ["unreadable"] * 10
    await take_in(
        yard.rig.context, [Message(key, b"{}") for key in (f"devices.{new_id()}.readings", "devices.x.readings", "")]
    )
    assert await stored(yard) == 1


def test_a_list_with_more_than_a_thousand_readings_is_none() -> None:
    assert readings_in(json.dumps([1] * 1001).encode())[0] == []


def test_a_long_hello_has_its_length_in_two_bytes() -> None:
    packet = takeover.connect_packet("c" * 100, "u" * 50, "p" * 100)
    assert (packet[1] & 0x7F) + packet[2] * 128 == len(packet) - 3


async def test_a_device_acknowledges_its_own_commands_by_mqtt(yard: Yard) -> None:
    machine, other = await yard.machine(), await yard.machine()
    path = f"admin/jetson/devices/{machine.id}/commands"
    command = (await yard.as_admin("POST", path, {"kind": "restart"})).json()["id"]
    done = json.dumps({"command_id": command, "result": "done", "note": "in 4 s"}).encode()

    async def said_by(device: Machine, body: bytes) -> str:
        await take_acknowledgements(yard.rig.context, [Message(f"devices.{device.id}.acknowledgements", body)])
        return str((await yard.as_admin("GET", path)).json()["items"][0]["state"])

    assert await said_by(other, done) == "pending"
    assert await said_by(machine, b"x" * 9000) == "pending"
    assert await said_by(machine, done) == "done"
    assert await said_by(machine, done) == "done"
    refused = (await yard.as_admin("GET", "admin/refused-readings")).json()["items"]
    assert sorted(each["device_id"] for each in refused) == sorted([str(other.id), str(machine.id)])


async def test_whoever_publishes_was_heard(yard: Yard) -> None:
    machine = await yard.machine()
    await yard.rig.db.fetch("UPDATE devices SET heard_at = now() - interval '1 hour'")
    await published(machine, reading())
    [row] = await yard.rig.db.fetch("SELECT now() - heard_at < interval '1 minute' AS lately FROM devices")
    assert row["lately"]


class Delivery:
    """A message as the broker hands it over."""

    def __init__(self, body: bytes) -> None:
        self.body, self.routing_key, self.became = body, "", ""
        self.headers: dict[str, Any] = {}

    async def ack(self, multiple: bool = False) -> None:
        self.became = "acknowledged"

    async def reject(self, requeue: bool = False) -> None:
        self.became = "dead"


async def test_a_message_is_a_dead_letter_only_if_it_fails_twice(rig: Rig) -> None:
    tries: list[bytes] = []

    async def take(context: Context, messages: Sequence[Message]) -> None:
        tries.extend(each.body for each in messages)
        if b"poison" in tries[-1] or len(tries) == 1:
            raise ValueError

    good, poison = Delivery(b"good"), Delivery(b"poison")
    for each in (good, poison):
        await batches._settle(rig.runtime.context, "stream.readings", take, [cast(Any, each)])
    assert (good.became, poison.became) == ("acknowledged", "dead")
    assert tries == [b"good", b"good", b"poison", b"poison"]


async def test_of_a_message_that_is_too_long_little_stays_in_memory() -> None:
    arrived: asyncio.Queue[Any] = asyncio.Queue()
    await batches._arrive(arrived, LARGEST, cast(Any, Delivery(b" " * (4 * LARGEST))))
    assert readings_in(arrived.get_nowait().body)[0] == []
