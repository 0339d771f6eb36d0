"""An administrator sets the broker up: by its management API, or by what its image reads at start."""

import asyncio
import getpass
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aio_pika
import pytest
from aio_pika.exceptions import AMQPError
from sqlalchemy import MetaData
from typer.testing import CliRunner, Result

from amigok import broker, deadletters, fleet
from amigok.broker import Broker
from amigok.cli import app
from amigok.errors import Failure
from amigok_chassis import topology
from amigok_chassis.ids import new_id
from amigok_chassis.service import Noun, Service, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import routing_key
from amigok_contracts.wallet import HoldPlaced

KEY = routing_key(HoldPlaced)


@on(HoldPlaced)
async def hear(db: UnitOfWork, event: HoldPlaced) -> None: ...


def service(name: str) -> Service:
    return Service(name=name, nouns=[Noun(consumes={"holds": [hear]})], metadata=MetaData())


@pytest.fixture
def place() -> Iterator[Broker]:
    """A virtual host of one's own."""
    url, management = os.environ["AMIGOK_TEST_BROKER_URL"], os.environ["AMIGOK_TEST_MANAGEMENT_URL"]
    name = f"tools-{new_id().hex}"
    found = Broker(management, f"{url.rpartition('/')[0]}/{name}")
    found.call("PUT", f"/vhosts/{name}")
    administrator = found.call("GET", "/whoami").json()["name"]
    found.call("PUT", f"/permissions/{name}/{administrator}", {"configure": ".*", "write": ".*", "read": ".*"})
    yield found
    found.call("DELETE", f"/vhosts/{name}")


@pytest.fixture
def cow(place: Broker) -> Iterator[Service]:
    cow = service(f"cow{new_id().hex}")
    broker.set_up(place, [cow, Service(name="portal")], {cow.name: "first"})
    yield cow
    place.call("DELETE", f"/users/{cow.name}")


def administrator(place: Broker) -> str:
    return f"{os.environ['AMIGOK_TEST_BROKER_URL'].rpartition('/')[0]}/{place.vhost}"


async def say(url: str, key: str) -> None:
    async with await aio_pika.connect(url) as connection:
        channel = await connection.channel(publisher_confirms=True)
        exchange = await channel.get_exchange("amigok.events", ensure=False)
        await exchange.publish(aio_pika.Message(b"{}"), key, mandatory=False)


async def test_a_login_says_what_is_its_services_and_nothing_else(place: Broker, cow: Service) -> None:
    url = broker.login_url(administrator(place), cow.name, "first")
    await say(url, f"{cow.name}.cow.milked.v1")
    with pytest.raises(AMQPError, match="ACCESS_REFUSED"):
        await say(url, KEY)


async def test_setting_up_again_keeps_what_waits_and_takes_the_new_password(place: Broker, cow: Service) -> None:
    await say(administrator(place), KEY)
    broker.set_up(place, [cow], {cow.name: "second"})
    url = broker.login_url(administrator(place), cow.name, "second")
    async with await aio_pika.connect(url) as connection:
        queue = await (await connection.channel()).get_queue(f"{cow.name}.holds", ensure=False)
        message = await queue.get()
        assert message is not None
        assert message.routing_key == KEY
    with pytest.raises(AMQPError):
        await aio_pika.connect(broker.login_url(administrator(place), cow.name, "first"))


def test_a_login_sees_nothing_at_the_management(place: Broker, cow: Service) -> None:
    management = broker.login_url(os.environ["AMIGOK_TEST_MANAGEMENT_URL"], cow.name, "first")
    with pytest.raises(Failure, match="refuses"):
        Broker(management, administrator(place)).call("GET", "/users")


async def _bury(place: Broker, cow: Service, **headers: Any) -> None:
    """The service's own login writes a dead letter."""
    async with await aio_pika.connect(broker.login_url(administrator(place), cow.name, "first")) as connection:
        exchange = await (await connection.channel()).get_exchange(f"{cow.name}.queues", ensure=False)
        message = aio_pika.Message(b"{}", headers=headers, message_id=str(new_id()))
        await exchange.publish(message, f"{cow.name}.dead")


@pytest.mark.parametrize("queue", ["wallet.holds", "", "wallet", "amigok.events"])
async def test_a_dead_letter_is_sent_to_no_queue_of_another_service_whatever_it_says(
    place: Broker, cow: Service, queue: str
) -> None:
    said: list[str] = []
    await _bury(place, cow, **{"x-dead-queue": queue})
    sent = await deadletters.redrive(
        administrator(place), cow.name, wanted=lambda letter: True, force=True, say=said.append
    )
    assert sent == (0, 1)
    assert f"in which queue of {cow.name}" in said[0]


async def test_a_dead_letter_goes_back_to_the_queue_where_it_failed(place: Broker, cow: Service) -> None:
    await _bury(place, cow, **{"x-dead-queue": f"{cow.name}.holds"})
    sent = await deadletters.redrive(
        administrator(place), cow.name, wanted=lambda letter: True, force=True, say=lambda text: None
    )
    assert sent == (1, 0)
    async with await aio_pika.connect(broker.login_url(administrator(place), cow.name, "first")) as connection:
        queue = await (await connection.channel()).get_queue(f"{cow.name}.holds", ensure=False)
        message = await queue.get()
        assert message is not None
        assert message.routing_key == f"{cow.name}.holds"


async def _dead(place: Broker, folder: Path, *arguments: str, answer: str = "") -> Result:
    """`amigok dead ...` at this broker."""
    return await asyncio.to_thread(
        CliRunner(env={"AMIGOK_BROKER_URL": administrator(place)}).invoke,
        app,
        ["dead", *arguments, "--state", str(folder)],
        input=answer,
    )


async def test_a_dead_letter_is_dropped_only_when_the_operator_says_so_and_the_log_says_who(
    place: Broker, cow: Service, tmp_path: Path
) -> None:
    for number in ("1", "2"):
        await _bury(place, cow, **{"cloudEvents_id": number, "x-dead-queue": f"{cow.name}.holds"})
    refused = await _dead(place, tmp_path, "drop", cow.name, "2", answer="n\n")
    assert (refused.exit_code, len(await deadletters.find(administrator(place), cow.name, limit=9))) == (1, 2)
    assert not (tmp_path / "logs").exists()
    dropped = await _dead(place, tmp_path, "drop", cow.name, "2", answer="y\n")
    assert dropped.exit_code == 0
    assert '"data": {}' in dropped.output
    assert [letter.id for letter in await deadletters.find(administrator(place), cow.name, limit=9)] == ["1"]
    (line,) = (tmp_path / "logs" / "operator.log").read_text().splitlines()
    written = json.loads(line)
    assert (written["event"], written["event_id"], written["queue"], written["by"]) == (
        "dead_letter.dropped",
        "2",
        f"{cow.name}.holds",
        getpass.getuser(),
    )
    assert (await _dead(place, tmp_path, "drop", cow.name, "2", "--yes")).exit_code == 1


async def test_an_event_that_failed_in_two_queues_is_dropped_in_the_one_that_is_named(
    place: Broker, cow: Service, tmp_path: Path
) -> None:
    for queue in ("holds", "books"):
        await _bury(place, cow, **{"cloudEvents_id": "1", "x-dead-queue": f"{cow.name}.{queue}"})
    unclear = await _dead(place, tmp_path, "drop", cow.name, "1", "--yes")
    assert f"--queue; it failed in {cow.name}.books, {cow.name}.holds" in unclear.output
    assert (await _dead(place, tmp_path, "drop", cow.name, "1", "--yes", "--queue", f"{cow.name}.books")).exit_code == 0
    left = await deadletters.find(administrator(place), cow.name, limit=9)
    assert [letter.queue for letter in left] == [f"{cow.name}.holds"]


def test_the_image_starts_with_the_same_and_with_the_passwords_of_its_environment(tmp_path: Path) -> None:
    cow, pig = service("cow"), service("pig")
    start = tmp_path / "broker.sh"
    start.write_text(broker.script([cow, pig, Service(name="portal")]))
    passwords = {"COW_BROKER_PASSWORD": "moo", "PIG_BROKER_PASSWORD": "oink", "RABBITMQ_PASSWORD": "root"}
    done = subprocess.run(
        ["sh", start, tmp_path, tmp_path / "amigok.conf", "echo started"],
        env={**os.environ, **passwords},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "started\n"
    assert (tmp_path / "amigok.conf").read_text() == f"load_definitions = {tmp_path}/amigok.json\n"
    assert (tmp_path / "amigok.json").stat().st_mode & 0o077 == 0
    written = json.loads((tmp_path / "amigok.json").read_text())
    wanted = broker.definitions([cow, pig], {"cow": "moo", "pig": "oink"}, vhost="amigok")
    root = written["users"].pop()
    assert (root["name"], root["password"], root["tags"]) == ("amigok", "root", "administrator")
    assert written["permissions"].pop()["user"] == "amigok"
    assert written.pop("vhosts") == [{"name": "amigok"}]
    assert written == wanted


def test_the_image_lets_devices_in_where_a_service_hears_them(tmp_path: Path) -> None:
    hears = Service("stream", [Noun(intakes={"readings": "devices.*.readings"})], metadata=MetaData())
    start = tmp_path / "broker.sh"
    start.write_text(broker.script([hears]))
    given = {"STREAM_BROKER_PASSWORD": "baa", "RABBITMQ_PASSWORD": "root", "AMIGOK_MQTT_KEY": "secret"}
    done = subprocess.run(
        ["sh", start, tmp_path, tmp_path / "amigok.conf", "echo started", "echo enable"],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "enable rabbitmq_mqtt rabbitmq_auth_backend_http\nstarted\n"
    lines = (tmp_path / "amigok.conf").read_text().splitlines()
    assert "auth_http.user_path = http://stream:8000/internal/mqtt/user?key=secret" in lines
    assert lines.index("auth_backends.1 = internal") < lines.index("auth_backends.2 = http")
    written = json.loads((tmp_path / "amigok.json").read_text())
    bound = [each["routing_key"] for each in written["bindings"] if each["source"] == "amigok.devices"]
    assert bound == ["devices.*.readings"]
    [rights] = [each for each in written["permissions"] if each["user"] == "stream"]
    assert rights["read"] == "^(stream\\.readings)$"


def test_the_image_does_not_start_without_a_password(tmp_path: Path) -> None:
    start = tmp_path / "broker.sh"
    start.write_text(broker.script([service("cow")]))
    environment = {key: value for key, value in os.environ.items() if not key.endswith("_PASSWORD")}
    done = subprocess.run(
        ["sh", start, tmp_path, tmp_path / "amigok.conf", "echo started"],
        env={**environment, "RABBITMQ_PASSWORD": "root"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "COW_BROKER_PASSWORD" in done.stderr


async def test_dead_letters_of_whichever_service_are_listed_without_naming_it(
    place: Broker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = [service for service in map(fleet.load, fleet.SERVICES) if service.consumes]
    async with await aio_pika.connect(administrator(place)) as connection:
        channel = await connection.channel()
        for service in services:
            await topology.declare(channel, service)
            dead = aio_pika.Message(b"{}", headers={"x-dead-queue": f"{service.name}.things"}, message_id=service.name)
            await channel.default_exchange.publish(dead, topology.dead_queue(service.name))
    monkeypatch.setenv("AMIGOK_BROKER_URL", administrator(place))
    done = await asyncio.to_thread(CliRunner().invoke, app, ["dead", "list", "--state", str(tmp_path)])
    listed = {tuple(line.split()) for line in done.output.splitlines()}
    assert (done.exit_code, listed) == (0, {(service.name, f"{service.name}.things") for service in services})
