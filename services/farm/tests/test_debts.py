"""Debts that keep an animal from being sold, in whatever order their events come."""

from datetime import timedelta
from itertools import permutations

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockSaleStatusChanged, LivestockTransferRefused
from amigok_contracts.payment import DisputeLost
from amigok_contracts.wallet import DebtRecorded, DebtSettled

ANNA, BORA = new_id(), new_id()


def debt(livestock_id, debtor=ANNA, purpose="care.treatment", reference_id=None):
    """What the wallet publishes when a debt is recorded, and when it is settled."""
    amount = Money.of_minor(2_500, "USD")
    about = {
        "purpose": purpose,
        "reference_id": reference_id or new_id(),
        "debtor_id": debtor,
        "amount": amount,
        "livestock_id": livestock_id,
    }
    return DebtRecorded(**about, remaining=amount), DebtSettled(**about, remaining=Money.of_minor(0, "USD"))


def tomorrow():
    return (clock.now().date() + timedelta(days=1)).isoformat()


async def reasons(yard, livestock_id):
    status = (await yard.get(f"livestock/{livestock_id}/sale-status")).json()
    return [block["reason"] for block in status["blocks"]]


async def test_a_debt_keeps_the_animal_from_being_sold_until_it_is_settled(yard, rig):
    animal = await yard.bought(ANNA)
    recorded, settled = debt(animal)
    await rig.deliver(recorded, recorded)
    assert await reasons(yard, animal) == ["debt"]
    await yard.sell(animal, BORA, seller=ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("debt",)]
    await rig.deliver(settled, settled)
    assert await reasons(yard, animal) == []
    assert [event.sellable for event in await rig.events(LivestockSaleStatusChanged)] == [False, True]
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)


@pytest.mark.parametrize("order", [*permutations(range(2)), (1, 0, 1, 0), (0, 1, 0)])
async def test_a_debt_that_was_settled_never_blocks_whatever_comes_first(yard, rig, order):
    animal = await yard.bought(ANNA)
    events = debt(animal)
    for number in order:
        await rig.deliver(events[number])
    assert await reasons(yard, animal) == []


async def test_each_debt_blocks_for_itself_also_under_one_reference(yard, rig):
    animal, reference = await yard.bought(ANNA), new_id()
    care, care_settled = debt(animal, reference_id=reference)
    feed, feed_settled = debt(animal, purpose="feed.period", reference_id=reference)
    await rig.deliver(care, feed, care_settled)
    assert await reasons(yard, animal) == ["debt"]
    await rig.deliver(feed_settled)
    assert await reasons(yard, animal) == []


async def test_a_debt_does_not_follow_the_animal_to_another_owner(yard, rig):
    sold, reclaimed = await yard.bought(ANNA), await yard.register()
    await yard.sell(sold, BORA, seller=ANNA)
    await rig.deliver(debt(sold)[0])
    assert await reasons(yard, sold) == []

    order = await yard.sell(reclaimed, ANNA)
    recorded, settled = debt(reclaimed)
    await rig.deliver(recorded)
    paid = Money.of_minor(30_000, "USD")
    lost = DisputeLost(
        dispute_id=new_id(),
        payment_id=new_id(),
        user_id=ANNA,
        provider="stripe",
        amount=paid,
        paid=paid,
        order_id=order,
        livestock_id=reclaimed,
    )
    await rig.deliver(lost)
    assert await reasons(yard, reclaimed) == []
    await rig.deliver(recorded, settled)
    assert await reasons(yard, reclaimed) == []


async def test_an_animal_with_a_debt_is_not_removed(yard, rig):
    animal = await yard.bought(ANNA)
    body = {"reason": "Moving it to my own farm.", "wished_on": tomorrow()}
    removal = (await yard.change("POST", f"livestock/{animal}/withdraw-request", body, user=ANNA)).json()["id"]
    path = f"admin/removals/{removal}"
    schedule = {"version": 1, "scheduled_on": tomorrow(), "fee": {"amount": "25.00", "currency": "USD"}}
    assert (await yard.change("POST", f"{path}/approve", schedule)).status_code == 200
    recorded, settled = debt(animal)
    await rig.deliver(recorded)
    refused = (await yard.change("POST", f"{path}/complete", {"version": 2})).json()
    assert (refused["code"], refused["reasons"]) == ("livestock_blocked", ["debt"])
    await rig.deliver(settled)
    assert (await yard.change("POST", f"{path}/complete", {"version": 2})).status_code == 200


async def test_debts_that_concern_no_animal_here_are_ignored(yard, rig):
    await rig.deliver(*debt(None), *debt(new_id()))
    assert await rig.events(LivestockSaleStatusChanged) == []
