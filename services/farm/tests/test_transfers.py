"""The farm's part in buying an animal: one decision per order, one owner at a time."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from asyncpg.exceptions import ExclusionViolationError

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockTransferRefused
from farm.blocks.obstacles import obstacles
from farm.livestock.errors import IllegalMovement
from farm.livestock.lifecycle import LIVING, MOVEMENTS
from farm.livestock.models import Livestock
from farm.transfers import handlers
from farm.transfers.objections import objections

ANNA, BORA = new_id(), new_id()


async def refusals(rig):
    return [(event.order_id, event.reasons) for event in await rig.events(LivestockTransferRefused)]


def assert_chained(history):
    """One owner follows the other at the same moment; the last one is the owner of now."""
    for earlier, later in pairwise(history):
        assert earlier["started_at"] < earlier["ended_at"] == later["started_at"]
    assert history[-1]["ended_at"] is None


async def test_a_confirmed_order_moves_the_animal(yard, rig, orders):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)
    await rig.deliver(order)

    [moved] = await rig.events(LivestockOwnershipTransferred)
    assert (moved.livestock_id, moved.order_id) == (animal, order.order_id)
    assert (moved.previous_owner_id, moved.owner_id, moved.price) == (None, ANNA, order.price)
    seen = (await yard.get(f"livestock/{animal}", ANNA)).json()
    assert (seen["owner_id"], seen["status"], seen["version"]) == (str(ANNA), "assigned", 2)
    assert seen["purchase_price"] == {"amount": "300.00", "currency": "USD"}
    assert [item["id"] for item in (await yard.get("my-livestock", ANNA)).json()["items"]] == [str(animal)]
    assert await yard.pages(f"farms/{yard.farm_id}/livestock", 10) == []


async def test_resale_moves_it_on_and_the_chain_has_no_gap(yard, rig):
    animal = await yard.register()
    await yard.sell(animal, ANNA)
    order_id = await yard.sell(animal, BORA, seller=ANNA)
    history = await yard.history(animal)
    assert [step["owner_id"] for step in history] == [None, str(ANNA), str(BORA)]
    assert [step["reason"] for step in history] == ["registered", "purchased", "purchased"]
    assert history[-1]["order_id"] == str(order_id)
    assert_chained(history)
    versions = [event.aggregate_version for event in await rig.events(LivestockOwnershipTransferred)]
    assert len(versions) == 2
    assert versions == sorted(set(versions))
    assert (await yard.get("my-livestock", ANNA)).json()["items"] == []


async def test_duplicates_move_it_once(yard, rig, orders):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)
    same_message = new_id()
    await asyncio.gather(
        *(rig.deliver(order, ids=[same_message]) for _ in range(5)), *(rig.deliver(order) for _ in range(5))
    )
    assert len(await rig.events(LivestockOwnershipTransferred)) == 1
    assert await refusals(rig) == []
    assert len(await yard.history(animal)) == 2


async def test_an_order_that_timed_out_first_is_refused_for_good(yard, rig, orders):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)
    await rig.deliver(orders.timed_out(order), order, orders.timed_out(order), order)
    assert await refusals(rig) == [(order.order_id, ("expired",))]
    assert await rig.events(LivestockOwnershipTransferred) == []
    assert len(await yard.history(animal)) == 1


async def test_a_time_out_after_the_transfer_changes_nothing(yard, rig, orders):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)
    await rig.deliver(order, orders.timed_out(order))
    assert len(await rig.events(LivestockOwnershipTransferred)) == 1
    assert await refusals(rig) == []


async def test_confirmation_and_time_out_at_once_give_one_answer(yard, rig, orders):
    animals = [await yard.register() for _ in range(20)]
    sold = [orders.confirmed(animal, buyer=ANNA) for animal in animals]
    messages = [*sold, *(orders.timed_out(order) for order in sold)] * 2
    Random(2).shuffle(messages)
    await asyncio.gather(*(rig.deliver(message) for message in messages))
    moved = {event.order_id for event in await rig.events(LivestockOwnershipTransferred)}
    refused = [order_id for order_id, _ in await refusals(rig)]
    assert len(moved) + len(refused) == 20
    assert moved.isdisjoint(refused)
    mine = set(await yard.pages("my-livestock", 100, user=ANNA))
    assert mine == {str(order.livestock_id) for order in sold if order.order_id in moved}


async def test_of_many_orders_for_one_animal_at_once_one_moves_it(yard, rig, orders):
    animal = await yard.register()
    rivals = [orders.confirmed(animal, buyer=new_id()) for _ in range(20)]
    await asyncio.gather(*(rig.deliver(order) for order in rivals))
    [moved] = await rig.events(LivestockOwnershipTransferred)
    refused = await refusals(rig)
    assert {order_id for order_id, _ in refused} == {order.order_id for order in rivals} - {moved.order_id}
    assert {reasons for _, reasons in refused} == {("not_owner",)}
    history = await yard.history(animal)
    assert [step["owner_id"] for step in history] == [None, str(moved.owner_id)]


async def test_the_decision_locks_the_animal_whichever_door_it_comes_through(yard, rig, orders):
    animal = await yard.register()

    async def decide(buyer):
        order = orders.confirmed(animal, buyer=buyer)
        async with rig.db.unit_of_work() as db:
            await handlers.order_confirmed.run(db, order)

    await asyncio.gather(*(decide(new_id()) for _ in range(10)))
    assert len(await rig.events(LivestockOwnershipTransferred)) == 1
    assert {reasons for _, reasons in await refusals(rig)} == {("not_owner",)}


async def test_a_batch_in_one_transaction_decides_as_one_by_one_would(yard, rig, orders):
    animal = await yard.register()
    first, rival = (orders.confirmed(animal, buyer=new_id()) for _ in range(2))
    resale = orders.confirmed(animal, buyer=BORA, seller=first.buyer_id)
    await rig.deliver_batch("orders", first, rival, resale, orders.timed_out(first), first)
    moved = [event.owner_id for event in await rig.events(LivestockOwnershipTransferred)]
    assert moved == [first.buyer_id, BORA]
    assert await refusals(rig) == [(rival.order_id, ("not_owner",))]
    assert_chained(await yard.history(animal))


async def test_batches_of_two_replicas_over_the_same_animals_do_not_deadlock(yard, rig, orders):
    animals = [await yard.register() for _ in range(6)]
    batches = []
    for seed in range(8):
        batch = [orders.confirmed(animal, buyer=new_id()) for animal in animals]
        batch += [orders.timed_out(order) for order in batch]
        Random(seed).shuffle(batch)
        batches.append(batch)
    await asyncio.gather(*(rig.deliver_batch("orders", *batch) for batch in batches))
    moved = {event.livestock_id for event in await rig.events(LivestockOwnershipTransferred)}
    assert moved <= set(animals)
    assert len(moved) + len(await refusals(rig)) == 48


async def test_a_seller_who_does_not_own_it_is_refused_with_reasons(yard, rig, orders):
    animal = await yard.register()
    await yard.sell(animal, ANNA)
    stranger = orders.confirmed(animal, buyer=BORA, seller=new_id())
    platform = orders.confirmed(animal, buyer=BORA, seller=None)
    again = orders.confirmed(animal, buyer=ANNA, seller=ANNA)
    late = orders.confirmed(animal, buyer=BORA, seller=ANNA, transfer_by=clock.now() - timedelta(seconds=1))
    nowhere = orders.confirmed(new_id(), buyer=BORA)
    await rig.deliver(stranger, platform, again, late, nowhere)
    assert await refusals(rig) == [
        (stranger.order_id, ("not_owner",)),
        (platform.order_id, ("not_owner",)),
        (again.order_id, ("buyer_already_owner",)),
        (late.order_id, ("expired",)),
        (nowhere.order_id, ("unknown_livestock",)),
    ]
    assert len(await yard.history(animal)) == 2


async def test_time_that_goes_back_keeps_the_chain_in_order(yard):
    animal = await yard.register()
    clock.set_offset(timedelta(days=-30))
    try:
        await yard.sell(animal, ANNA)
        await yard.sell(animal, BORA, seller=ANNA)
    finally:
        clock.set_offset(timedelta())
    history = await yard.history(animal)
    assert [step["owner_id"] for step in history] == [None, str(ANNA), str(BORA)]
    assert_chained(history)


async def test_the_database_itself_refuses_two_owners_at_a_time(yard, rig):
    animal = await yard.register()
    with pytest.raises(ExclusionViolationError):
        await rig.db.fetch(
            "INSERT INTO ownership_history (id, livestock_id, started_at, ended_at, reason) "
            "VALUES ($1, $2, now() - interval '1 day', now() + interval '1 day', 'registered')",
            new_id(),
            animal,
        )


@pytest.mark.parametrize("status", [status for status in MOVEMENTS.states if status not in LIVING])
def test_a_final_status_is_a_reason_and_all_reasons_are_told(status):
    now = clock.now()
    animal = Livestock(owner_id=ANNA, status=status)
    against = obstacles(animal.status, [])
    order = {"buyer_id": ANNA, "seller_id": None, "transfer_by": now - timedelta(days=1)}
    reasons = objections(animal, against, **order, inactive=[], now=now)
    assert set(reasons) == {"expired", "not_owner", "buyer_already_owner", status}
    with pytest.raises(IllegalMovement, match=status):
        animal.undergo("sold", owner_id=BORA)


def test_a_transfer_is_in_time_up_to_its_deadline():
    now = clock.now()
    animal = Livestock(owner_id=None, status="available")
    assert objections(animal, [], buyer_id=ANNA, seller_id=None, transfer_by=now, inactive=[], now=now) == []
