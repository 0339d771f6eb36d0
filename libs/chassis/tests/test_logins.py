"""What a service's own login can do at a real broker: say its own, read its own, and nothing else."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aio_pika
import pytest
from aio_pika.abc import AbstractChannel, AbstractConnection, ExchangeType
from aio_pika.exceptions import AMQPError
from toy.events import NoteRenamed, NoteWritten
from toy.kit import Broker, Fleet, consuming, event_headers, notes, write_down
from toy.main import service as toy

from amigok_chassis import topology
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.patience import until
from amigok_chassis.service import Noun, Service, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import routing_key

KEY = routing_key(NoteWritten)
OTHER = replace(toy, name="other")
"""A neighbour that hears the toy's notes, too."""
REFUSED = pytest.raises(AMQPError, match="ACCESS_REFUSED")


@pytest.fixture
async def other(broker: Broker) -> AsyncIterator[AbstractConnection]:
    """A connection with the neighbour's login; the toy and its queues are there."""
    await broker.admit(toy)
    async with await aio_pika.connect(await broker.admit(OTHER)) as connection:
        yield connection


async def publish(connection: AbstractConnection, exchange: str, key: str, **headers: Any) -> None:
    """Returns when the broker has taken the message."""
    channel = await connection.channel(publisher_confirms=True)
    where = await channel.get_exchange(exchange, ensure=False) if exchange else channel.default_exchange
    body = notes(1)[0].model_dump_json().encode()
    await where.publish(aio_pika.Message(body, headers=headers), key, mandatory=False)


async def test_a_service_publishes_its_own_types(other: AbstractConnection) -> None:
    await publish(other, topology.EVENTS, "other.note.written.v1")


@pytest.mark.parametrize("key", [KEY, "toy.x.y.v1", "xother.note.written.v1", "otherx.y.z.v1", "other", "", "#"])
async def test_a_service_cannot_publish_the_type_of_another(other: AbstractConnection, key: str) -> None:
    with REFUSED:
        await publish(other, topology.EVENTS, key)


FOREIGN = [topology.PUBLIC, topology.own_exchange("toy"), topology.delay_exchange("toy", 1), "amq.topic", "amq.direct"]


@pytest.mark.parametrize("exchange", ["", *FOREIGN])
async def test_a_service_cannot_write_into_a_queue_of_another(other: AbstractConnection, exchange: str) -> None:
    with REFUSED:
        await publish(other, exchange, "toy.notes")


@pytest.mark.parametrize("queue", ["toy.notes", "toy.dead", "toy.delay.1s", "other.dead", "other.delay.1s"])
async def test_a_service_reads_and_purges_no_queue_but_its_subscriptions(other: AbstractConnection, queue: str) -> None:
    with REFUSED:
        await (await (await other.channel()).get_queue(queue, ensure=False)).get()
    with REFUSED:
        await (await (await other.channel()).get_queue(queue, ensure=False)).purge()


@pytest.mark.parametrize("queue", ["toy.notes", "toy.dead", "other.notes", "other.dead"])
async def test_a_service_deletes_no_queue_and_binds_none(other: AbstractConnection, queue: str) -> None:
    with REFUSED:
        await (await other.channel()).queue_delete(queue)
    with REFUSED:
        await (await (await other.channel()).get_queue(queue, ensure=False)).bind(topology.EVENTS, "#")


@pytest.mark.parametrize("name", [topology.EVENTS, topology.PUBLIC, "other.queues", "other.delay.1s"])
async def test_a_service_deletes_no_exchange_and_binds_none(other: AbstractConnection, name: str) -> None:
    with REFUSED:
        await (await other.channel()).exchange_delete(name)
    with REFUSED:
        await (await (await other.channel()).get_exchange(name, ensure=False)).bind(topology.EVENTS, "#")


async def test_a_service_declares_no_queue_from_which_the_broker_would_publish_in_its_place(
    other: AbstractConnection,
) -> None:
    """RabbitMQ asks nobody whether a dead letter may have the key that it gets."""

    async def declare(channel: AbstractChannel, name: str) -> None:
        forging = {"x-dead-letter-exchange": topology.EVENTS, "x-dead-letter-routing-key": KEY, "x-message-ttl": 1}
        await channel.declare_queue(name, durable=True, arguments={"x-queue-type": "quorum", **forging})

    for name in ("other.more", "anything"):
        with REFUSED:
            await declare(await other.channel(), name)
    with REFUSED:
        await (await other.channel()).declare_exchange("other.more", ExchangeType.FANOUT)


async def forged(fleet: Fleet, key: str, **more: Any) -> None:
    """The neighbour publishes a note of the toy's under a key of its own."""
    event = notes(1)[0]
    async with await aio_pika.connect(await fleet.broker.admit(OTHER)) as connection:
        channel = await connection.channel(publisher_confirms=True)
        exchange = await channel.get_exchange(topology.EVENTS, ensure=False)
        message = aio_pika.Message(event.model_dump_json().encode(), headers=event_headers(event, **more))
        await exchange.publish(message, key, mandatory=False)


async def is_refused(fleet: Fleet) -> None:
    [dead] = await fleet.broker.take("toy.dead")
    assert dead.headers["x-dead-reason"] == "rejected"
    assert "was published as other." in str(dead.headers["x-dead-error"])
    assert await fleet.heard() == []


async def test_an_event_whose_headers_name_another_type_than_it_was_published_under_is_not_believed(
    fleet: Fleet,
) -> None:
    async with fleet.process():
        async with fleet.broker.channel() as channel:
            await (await channel.get_queue("toy.notes")).bind(topology.EVENTS, "other.note.written.v1")
        await forged(fleet, "other.note.written.v1")
        await is_refused(fleet)


async def test_a_second_key_which_the_broker_does_not_check_makes_no_event_of_another(fleet: Fleet) -> None:
    """RabbitMQ routes by the keys in the header CC, too, and looks at the first one only."""
    async with fleet.process():
        await forged(fleet, "other.note.written.v1", CC=[KEY])
        await is_refused(fleet)


async def test_a_fleet_of_such_logins_works_with_retries_and_dead_letters(fleet: Fleet) -> None:
    begun = time.monotonic()

    async def run(db: UnitOfWork, event: NoteWritten) -> None:
        if event.number == 1:
            raise Reject("never")
        if time.monotonic() < begun + 1:
            raise Retry("not yet")
        write_down(db, event)

    async with fleet.process(consuming(run)) as worker:
        await fleet.emit(notes(3))
        await fleet.broker.take("toy.dead")
        await until(lambda: fleet.settled(2))
        assert worker.worker_state() == {}


@pytest.mark.parametrize("service", [toy, replace(toy, nouns=())])
def test_rights_are_to_whole_names(service: Service) -> None:
    rights = topology.permissions(service)
    assert rights.configure == topology.NOTHING
    for pattern in (rights.write, rights.read):
        assert pattern.startswith("^")
        assert pattern.endswith("$")
    assert rights.events == r"^toy\."


def test_what_a_subscription_hears_of_older_versions_is_bound_as_well() -> None:
    async def renamed(db: UnitOfWork, event: NoteRenamed) -> None: ...

    shape = topology.topology(replace(toy, nouns=[Noun(consumes={"names": [on(NoteRenamed)(renamed)]})]))
    keys = {binding.key for binding in shape.bindings if binding[:2] == (topology.EVENTS, "toy.names")}
    assert keys == {"toy.note.renamed.v1", "toy.note.renamed.v2"}
