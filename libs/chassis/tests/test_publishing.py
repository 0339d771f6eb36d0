"""A batch is published with one write, and told of as one."""

import asyncio
from collections.abc import AsyncIterator

import aio_pika
import pytest
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage, AbstractQueue
from aiormq.channel import Channel
from aiormq.exceptions import AMQPError
from toy.kit import Broker

from amigok_chassis.publishing import Keyed, publish

EXCHANGE = "amq.topic"


@pytest.fixture
async def channel(broker: Broker) -> AsyncIterator[AbstractChannel]:
    async with broker.channel() as channel:
        yield channel


@pytest.fixture
async def driver(channel: AbstractChannel) -> Channel:
    found = await channel.get_underlay_channel()
    assert isinstance(found, Channel)
    return found


@pytest.fixture
async def queue(channel: AbstractChannel) -> AbstractQueue:
    queue = await channel.declare_queue("published", auto_delete=True)
    await queue.bind(EXCHANGE, "number.#")
    return queue


def numbered(count: int, *, body: bytes = b"") -> list[Keyed]:
    return [
        (f"number.{at}", aio_pika.Message(body or str(at).encode(), message_id=str(at), headers={"at": at}))
        for at in range(count)
    ]


async def received(queue: AbstractQueue, count: int) -> list[AbstractIncomingMessage]:
    """What is confirmed is in the queue."""
    found = [await queue.get(no_ack=True) for _ in range(count)]
    assert await queue.get(no_ack=True, fail=False) is None
    return [message for message in found if message is not None]


async def test_all_of_a_batch_arrive_in_order_as_they_are(driver: Channel, queue: AbstractQueue) -> None:
    await publish(driver, EXCHANGE, numbered(300))
    found = await received(queue, 300)
    assert [message.body for message in found] == [str(at).encode() for at in range(300)]
    assert [(message.routing_key, message.headers["at"], message.message_id) for message in found[::100]] == [
        (f"number.{at}", at, str(at)) for at in (0, 100, 200)
    ]


async def test_a_body_larger_than_a_frame_arrives_whole(driver: Channel, queue: AbstractQueue) -> None:
    body = bytes(range(256)) * 2_000
    await publish(driver, EXCHANGE, numbered(3, body=body))
    assert [message.body for message in await received(queue, 3)] == [body] * 3


async def test_batches_at_once_and_single_messages_are_each_confirmed(
    channel: AbstractChannel, driver: Channel, queue: AbstractQueue
) -> None:
    exchange = await channel.get_exchange(EXCHANGE, ensure=False)
    single = exchange.publish(aio_pika.Message(b"single"), "number.single")
    await asyncio.gather(publish(driver, EXCHANGE, numbered(50)), single, publish(driver, EXCHANGE, numbered(50)))
    assert len(await received(queue, 101)) == 101
    assert not driver.confirmations


async def test_a_batch_that_the_broker_refuses_fails_and_the_next_one_does_not(
    channel: AbstractChannel, driver: Channel
) -> None:
    full = await channel.declare_queue(
        "full", auto_delete=True, arguments={"x-max-length": 1, "x-overflow": "reject-publish"}
    )
    await full.bind(EXCHANGE, "number.#")
    with pytest.raises(AMQPError):
        await publish(driver, EXCHANGE, numbered(20))
    await full.unbind(EXCHANGE, "number.#")
    await publish(driver, EXCHANGE, numbered(20))


async def test_a_channel_that_is_closed_meanwhile_fails_the_batch(driver: Channel) -> None:
    with pytest.raises(AMQPError):
        await asyncio.wait_for(publish(driver, "there is no such exchange", numbered(2)), 30)


async def test_a_batch_that_is_given_up_leaves_the_channel_as_it_was(driver: Channel, queue: AbstractQueue) -> None:
    given_up = asyncio.ensure_future(publish(driver, EXCHANGE, numbered(10)))
    await asyncio.sleep(0)
    given_up.cancel()
    await publish(driver, EXCHANGE, numbered(10))
    assert not driver.confirmations


async def test_a_batch_that_never_went_out_is_not_counted(driver: Channel, queue: AbstractQueue) -> None:
    writing, stuck = driver.write_queue, asyncio.Queue[None](1)
    stuck.put_nowait(None)
    driver.write_queue = stuck
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(publish(driver, EXCHANGE, numbered(10)), 0.05)
    driver.write_queue = writing
    await publish(driver, EXCHANGE, numbered(10))
    assert len(await received(queue, 10)) == 10
