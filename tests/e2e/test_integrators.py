"""An integrator hears public events, reads nothing else and can never hold the fleet up."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aio_pika
import pytest
from aio_pika.exceptions import AMQPError

from amigok import connections, partners
from amigok.broker import Broker
from amigok_chassis.patience import PATIENCE

NAME = "acme"


@pytest.fixture
async def partner(fleet: Any) -> AsyncIterator[str]:
    broker = Broker(connections.management_url(fleet.state), connections.broker_url(fleet.state))
    url = await asyncio.to_thread(partners.add, broker, NAME, topics=["marketplace.#"])
    assert NAME in partners.names(broker)
    yield url
    await asyncio.to_thread(partners.remove, broker, NAME)
    assert NAME not in partners.names(broker)


async def test_an_integrator_hears_the_public_events_it_asked_for(fleet: Any, partner: str) -> None:
    (animal,) = await fleet.flock(1, price="10.00")
    buyer = await fleet.person("buyer", money="10.00")
    await buyer.buy(animal)
    events = ("marketplace.listing.published.v1", "marketplace.listing.sold.v1", "marketplace.order.completed.v1")
    heard = []
    async with await aio_pika.connect(partner) as connection:
        channel = await connection.channel()
        queue = await channel.get_queue(partners.queue_of(NAME), ensure=False)
        async with asyncio.timeout(PATIENCE):
            while len(heard) < len(events):
                message = await queue.get(fail=False)
                if message is None:
                    await asyncio.sleep(0.05)
                    continue
                await message.ack()
                heard.append((message.routing_key, json.loads(message.body)["livestock_id"]))
    assert heard == [(event, str(animal)) for event in events]


async def test_an_integrator_can_do_nothing_else(fleet: Any, partner: str) -> None:
    async with await aio_pika.connect(partner) as connection:

        async def refused(attempt: Any) -> None:
            channel = await connection.channel()
            with pytest.raises(AMQPError, match="ACCESS_REFUSED"):
                await attempt(channel)

        async def reads_a_queue_of_the_fleet(channel: Any) -> None:
            await (await channel.get_queue("wallet.orders", ensure=False)).get()

        async def declares_a_queue(channel: Any) -> None:
            await channel.declare_queue("ext.acme.more", arguments={"x-overflow": "reject-publish"})

        async def publishes_an_event(channel: Any) -> None:
            exchange = await channel.get_exchange("amigok.events", ensure=False)
            await exchange.publish(aio_pika.Message(b"{}"), "wallet.hold.placed.v1")

        async def hears_all_events(channel: Any) -> None:
            queue = await channel.get_queue(partners.queue_of(NAME), ensure=False)
            await queue.bind("amigok.events", "#")

        for attempt in (reads_a_queue_of_the_fleet, declares_a_queue, publishes_an_event, hears_all_events):
            await refused(attempt)
