"""A firehose on a real broker: every event of the fleet, in batches, acknowledged when they are kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from toy.kit import Broker
from toy.main import service as toy

from amigok_chassis import batches, clock, topology
from amigok_chassis.batches import Limits, Message
from amigok_chassis.context import Context
from amigok_chassis.patience import until
from amigok_chassis.service import Noun
from amigok_chassis.testing import running
from amigok_contracts import all_events, routing_key
from amigok_contracts.farm import LivestockDied
from amigok_contracts.wallet import HoldCaptured

QUEUE = "toy.everything"
service = replace(toy, nouns=[Noun(firehoses=["everything"])])


def test_a_firehose_is_bound_to_every_event_whose_fields_the_contracts_know() -> None:
    shape = topology.topology(service)
    bound = [each.key for each in shape.bindings if each.to == QUEUE and each.source == topology.EVENTS]
    assert bound == [routing_key(event) for event in all_events()]
    assert topology.permissions(service).read == r"^(toy\.everything)$"


async def test_what_arrives_is_handed_over_in_batches_and_what_fails_by_itself_is_a_dead_letter(broker: Broker) -> None:
    taken: list[list[Message]] = []

    async def take(context: Context, messages: Sequence[Message]) -> None:
        if any(b"poison" in each.body for each in messages):
            raise ValueError
        taken.append(list(messages))

    url = await broker.admit(service)
    said: dict[str, Any] = {"cloudEvents_id": "1"}
    await broker.publish(routing_key(LivestockDied), b"{}", said, times=20)
    await broker.publish(routing_key(HoldCaptured), b"poison", said)
    async with running(toy, broker_url=url) as rig:
        reading = asyncio.create_task(batches.read(rig.context, QUEUE, take, Limits(longest=100, count=15)))
        await until(lambda: _is(broker, "toy.dead", 1))
        await until(lambda: _is(broker, QUEUE, 0))
        reading.cancel()
    assert sum(map(len, taken)) == 20
    assert len(taken[0]) == 15
    assert taken[0][0] == Message(routing_key(LivestockDied), b"{}", said)
    [dead] = await broker.take("toy.dead")
    assert (dead.body, dead.headers["x-first-death-queue"]) == (b"poison", QUEUE)


async def test_a_moment_at_which_nothing_waited_is_told_when_all_that_came_before_it_is_taken(broker: Broker) -> None:
    free, taken = asyncio.Event(), 0
    told: list[tuple[datetime, int]] = []

    async def take(context: Context, messages: Sequence[Message]) -> None:
        nonlocal taken
        await free.wait()
        taken += len(messages)

    async def emptied(context: Context, at: datetime) -> None:
        told.append((at, taken))

    url = await broker.admit(service)
    await broker.publish(routing_key(LivestockDied), b"{}", {"cloudEvents_id": "1"}, times=30)
    async with running(toy, broker_url=url) as rig:
        begun, limits = clock.now(), Limits(longest=100, count=15)
        reading = asyncio.create_task(batches.read(rig.context, QUEUE, take, limits, emptied=emptied))
        await asyncio.sleep(2 * batches.LOOK_EVERY)
        assert told == []
        free.set()
        await until(lambda: _has(told))
        reading.cancel()
    assert told[0][0] > begun
    assert {count for _, count in told} == {30}


async def _has(found: Sequence[object]) -> bool:
    return bool(found)


async def _is(broker: Broker, queue: str, depth: int) -> bool:
    return await broker.depth(queue) == depth
