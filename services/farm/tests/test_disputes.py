"""What was bought with a payment that a bank disputes."""

from itertools import permutations

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockReclaimed, LivestockSaleStatusChanged, LivestockTransferRefused
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, OrderRefunded

ANNA, BORA = new_id(), new_id()


def disputes(livestock_id, order_id, user=ANNA, minor=30_000):
    """The three things that can be said of one dispute; it is about the whole payment, or so much of it."""
    about = {
        "dispute_id": new_id(),
        "payment_id": new_id(),
        "user_id": user,
        "provider": "stripe",
        "amount": Money.of_minor(minor, "USD"),
        "paid": Money.of_minor(30_000, "USD"),
        "order_id": order_id,
        "livestock_id": livestock_id,
    }
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
        (None, "registered"),
        (str(ANNA), "purchased"),
        (None, "reclaimed"),
    ]
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


async def settled(yard, said, decision, **who):
    path = f"admin/livestock-disputes/{said.dispute_id}"
    return await yard.by_two(path, {"decision": decision, "note": "Agreed by phone."}, **who)


async def queue(yard, state):
    answer = await yard.get(f"admin/livestock-disputes?state={state}", yard.admin, "admin")
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["items"]]


async def lost_in_part(yard, rig, order=(0, 2)):
    animal = await yard.register()
    said = disputes(animal, await yard.sell(animal, ANNA), minor=500)
    await rig.deliver(*(said[number] for number in order))
    return animal, said


@pytest.mark.parametrize("order", [(0,), (0, 2), (2,), (2, 0), (0, 2, 0, 2), (2, 2, 0)])
async def test_a_part_that_is_disputed_or_lost_freezes_the_animal_and_takes_it_from_nobody(yard, rig, order):
    animal, said = await lost_in_part(yard, rig, order)
    assert await reasons(yard, animal) == ["dispute"]
    assert await rig.events(LivestockReclaimed) == []
    assert await queue(yard, "undecided") == ([str(said[0].dispute_id)] if 2 in order else [])
    await yard.sell(animal, BORA, seller=ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("dispute",)]


async def test_two_people_return_an_animal_of_which_a_part_was_lost(yard, rig):
    animal, said = await lost_in_part(yard, rig)
    assert (await settled(yard, said[0], "return")).status_code == 200
    assert [step["reason"] for step in await yard.history(animal)] == ["registered", "purchased", "reclaimed"]
    assert await reasons(yard, animal) == []
    assert len(await rig.events(LivestockReclaimed)) == 1
    assert (await settled(yard, said[0], "keep")).json()["code"] == "wrong_state"


async def test_two_people_leave_an_animal_of_which_a_part_was_lost_with_its_owner(yard, rig):
    animal, said = await lost_in_part(yard, rig)
    assert (await settled(yard, said[0], "keep")).status_code == 200
    assert await reasons(yard, animal) == []
    await rig.deliver(said[2], said[0])
    assert await reasons(yard, animal) == []
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)


async def test_one_person_or_the_payer_decides_nothing_about_a_disputed_animal(yard, rig):
    animal, said = await lost_in_part(yard, rig)
    path = f"admin/livestock-disputes/{said[0].dispute_id}/propose"
    body = {"decision": "keep", "note": "It is fine."}
    await rig.is_known(ANNA, role="admin", decides_from=clock.now())
    own = await yard.change("POST", path, body, user=ANNA, role="admin")
    assert (own.status_code, own.json()["code"]) == (403, "own_behalf")
    answer = await yard.change("POST", path, body)
    decision = f"admin/farm/proposals/{answer.json()['id']}/decision"
    alone = await yard.change("PUT", decision, {"decision": "approved"})
    assert (alone.status_code, alone.json()["code"]) == (403, "own_proposal")
    mine = await yard.change("PUT", decision, {"decision": "approved"}, user=ANNA, role="admin")
    assert (mine.status_code, mine.json()["code"]) == (403, "own_behalf")
    for role in ("investor", "farm_staff", "veterinarian"):
        assert (await yard.change("POST", path, body, user=new_id(), role=role)).status_code == 403
    [block] = (await yard.get(f"admin/livestock/{animal}/sale-blocks", yard.admin, "admin")).json()["items"]
    by_hand = await yard.change("POST", f"admin/livestock/{animal}/sale-blocks/{block['id']}/clear", {"note": "Go."})
    assert (by_hand.status_code, by_hand.json()["code"]) == (409, "block_not_by_hand")
    assert await reasons(yard, animal) == ["dispute"]


async def test_what_was_won_before_people_have_decided_needs_no_decision(yard, rig):
    animal, said = await lost_in_part(yard, rig)
    answer = await yard.change(
        "POST", f"admin/livestock-disputes/{said[0].dispute_id}/propose", {"decision": "return", "note": "Back."}
    )
    await rig.deliver(said[1])
    assert await reasons(yard, animal) == []
    late = await rig.decided(answer)
    assert (late.status_code, late.json()["code"]) == (409, "wrong_state")
    assert (await yard.history(animal))[-1]["owner_id"] == str(ANNA)


@pytest.mark.parametrize("order", [(0, 2, 1), (2, 1), (0, 2, 1, 1, 2, 0)])
async def test_what_was_won_after_the_animal_was_reclaimed_waits_for_people(yard, rig, order):
    animal = await yard.register()
    said = disputes(animal, await yard.sell(animal, ANNA))
    await rig.deliver(*(said[number] for number in order))
    assert await queue(yard, "owed") == [str(said[0].dispute_id)]
    assert await reasons(yard, animal) == ["dispute"]
    await yard.sell(animal, BORA)
    assert (await yard.history(animal))[-1]["owner_id"] is None
    assert len(await rig.events(LivestockReclaimed)) == 1
    assert (await settled(yard, said[0], "settle")).status_code == 200
    assert (await reasons(yard, animal), await queue(yard, "owed")) == ([], [])


async def test_a_loss_that_is_heard_after_the_win_takes_nothing(yard, rig):
    animal = await yard.register()
    opened, won, lost = disputes(animal, await yard.sell(animal, ANNA))
    await rig.deliver(won, lost, opened)
    assert await reasons(yard, animal) == []
    assert await rig.events(LivestockReclaimed) == []


async def test_nobody_is_insured_for_an_animal_whose_payment_is_lost(yard, rig):
    animal = await yard.register()
    opened, _, lost = disputes(animal, await yard.sell(animal, ANNA))
    await yard.die(animal)
    await rig.deliver(opened, lost)
    death = (await yard.get(f"livestock/{animal}/death", ANNA)).json()["id"]
    vet = {"user": await rig.is_known(new_id(), role="veterinarian"), "role": "veterinarian"}
    await yard.change("POST", f"livestock/{animal}/death/confirm", {"death_id": death, "findings": "Bloat."}, **vet)
    money = {"amount": "300.00", "currency": "USD"}
    claim = (await yard.change("POST", f"livestock/{animal}/insurance-claim", {"amount": money}, user=ANNA)).json()
    refused = await yard.change("POST", f"admin/insurance-claims/{claim['id']}/approve", {"payout": money})
    assert (refused.status_code, refused.json()["code"]) == (409, "dispute_open")
    assert (await settled(yard, opened, "return")).json()["code"] == "illegal_movement"
    assert await queue(yard, "undecided") == [str(opened.dispute_id)]


@pytest.mark.parametrize(("animal_is_to", "owner"), [("returns", None), ("stays", ANNA)])
async def test_the_animal_of_a_refunded_order_returns_when_that_was_decided(yard, rig, animal_is_to, owner):
    animal = await yard.register()
    refunded = OrderRefunded(
        refund_id=new_id(),
        order_id=await yard.sell(animal, ANNA),
        livestock_id=animal,
        buyer_id=ANNA,
        amount=Money.of_minor(10_000, "USD"),
        animal=animal_is_to,
    )
    await rig.deliver(refunded, refunded)
    assert (await yard.history(animal))[-1]["owner_id"] == (str(owner) if owner else None)
    assert len(await rig.events(LivestockReclaimed)) == (0 if owner else 1)


async def test_who_bought_the_animal_of_a_refunded_order_in_good_faith_keeps_it(yard, rig):
    animal = await yard.register()
    order = await yard.sell(animal, ANNA)
    await yard.sell(animal, BORA, seller=ANNA)
    money = Money.of_minor(10_000, "USD")
    about = {"refund_id": new_id(), "order_id": order, "livestock_id": animal, "buyer_id": ANNA, "amount": money}
    await rig.deliver(OrderRefunded(**about, animal="returns"))
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)
