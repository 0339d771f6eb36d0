"""What was bought with a payment that a bank disputes."""

from itertools import permutations

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockReclaimed, LivestockSaleStatusChanged, LivestockTransferRefused
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon

ANNA, BORA = new_id(), new_id()


def disputes(livestock_id, order_id, user=ANNA):
    """The three things that can be said of one dispute."""
    about = {
        "dispute_id": new_id(), "payment_id": new_id(), "user_id": user, "provider": "stripe",
        "amount": Money.of_minor(30_000, "USD"),
            "paid": Money.of_minor(30_000, "USD"),
            "order_id": order_id, "livestock_id": livestock_id,
    }  # fmt: skip
    return DisputeOpened(**about), DisputeWon(**about), DisputeLost(**about)


async def reasons(yard, livestock_id):
    status = (await yard.get(f"livestock/{livestock_id}/sale-status")).json()
    return [block["reason"] for block in status["blocks"]]


async def test_a_dispute_keeps_the_animal_from_being_sold_until_it_is_won(yard, rig):
    animal = await yard.register()
    opened, won, _ = disputes(animal, await yard.sell(animal, ANNA))
    await rig.deliver(opened, opened)
    assert await reasons(yard, animal) == ["dispute"]
    await yard.sell(animal, BORA, seller=ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("dispute",)]
    await rig.deliver(won, won)
    assert await reasons(yard, animal) == []
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)


@pytest.mark.parametrize("order", [(0, 2), (2, 0), (0, 2, 0, 2), (2, 2, 0)])
async def test_a_lost_dispute_returns_the_animal_to_the_platform_once(yard, rig, order):
    animal = await yard.register()
    said = disputes(animal, await yard.sell(animal, ANNA))
    await rig.deliver(*(said[number] for number in order))
    history = await yard.history(animal)
    assert [(step["owner_id"], step["reason"]) for step in history] == [
        (None, "registered"), (str(ANNA), "purchased"), (None, "reclaimed"),
    ]  # fmt: skip
    [reclaimed] = await rig.events(LivestockReclaimed)
    assert (reclaimed.previous_owner_id, reclaimed.dispute_id) == (ANNA, said[0].dispute_id)
    seen = (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json()
    assert (seen["owner_id"], seen["status"]) == (None, "available")
    assert await reasons(yard, animal) == []
    await yard.sell(animal, BORA)
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)


@pytest.mark.parametrize("order", list(permutations(range(2))))
async def test_a_dispute_that_was_won_never_stands_whatever_is_heard_first(yard, rig, order):
    animal = await yard.register()
    said = disputes(animal, await yard.sell(animal, ANNA))
    await rig.deliver(*(said[number] for number in order))
    assert await reasons(yard, animal) == []


async def test_who_has_bought_the_animal_since_keeps_it(yard, rig):
    animal = await yard.register()
    opened, _, lost = disputes(animal, await yard.sell(animal, ANNA))
    await yard.sell(animal, BORA, seller=ANNA)
    await rig.deliver(opened, lost)
    assert await reasons(yard, animal) == []
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)
    assert await rig.events(LivestockReclaimed) == []


async def test_an_animal_bought_back_with_other_money_is_not_touched(yard, rig):
    animal = await yard.register()
    first = await yard.sell(animal, ANNA)
    await yard.sell(animal, BORA, seller=ANNA)
    await yard.sell(animal, ANNA, seller=BORA)
    opened, _, lost = disputes(animal, first)
    await rig.deliver(opened, lost)
    assert (await yard.history(animal))[-1]["owner_id"] == str(ANNA)


async def test_an_order_disputed_before_the_transfer_is_refused(yard, rig, orders):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)
    opened, _, _ = disputes(animal, order.order_id)
    await rig.deliver(opened, order)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("dispute",)]
    assert [step["owner_id"] for step in await yard.history(animal)] == [None]


async def test_a_dead_animal_stays_where_it_is(yard, rig):
    animal = await yard.register()
    opened, _, lost = disputes(animal, await yard.sell(animal, ANNA))
    await yard.die(animal)
    await rig.deliver(opened, lost)
    assert await rig.events(LivestockReclaimed) == []


async def test_disputes_of_deposits_and_of_unknown_animals_are_none_of_the_farms_business(yard, rig):
    await rig.deliver(*disputes(None, None), *disputes(new_id(), new_id()))
    assert await rig.events(LivestockReclaimed) == []
    assert await rig.events(LivestockSaleStatusChanged) == []
