"""Who has something here that has to end is not deleted, and identity is told what it is."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import FarmDeletionChecked
from amigok_contracts.identity import UserDeletionRequested
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon

ANNA, BORA = new_id(), new_id()
WORTH = {"amount": "300.00", "currency": "USD"}


@pytest.fixture
def obstacles(rig):
    async def ask(user=ANNA):
        question = UserDeletionRequested(user_id=user, request_id=new_id())
        await rig.deliver(question)
        answer = (await rig.events(FarmDeletionChecked))[-1]
        assert (answer.user_id, answer.request_id) == (user, question.request_id)
        return answer.obstacles

    return ask


async def test_who_has_nothing_here_may_go_and_is_told_once_for_each_question(rig, obstacles):
    assert await obstacles() == ()
    question, event_id = UserDeletionRequested(user_id=ANNA, request_id=new_id()), new_id()
    await rig.deliver(question, question, ids=[event_id, event_id])
    assert len(await rig.events(FarmDeletionChecked)) == 2


async def test_an_animal_that_lives_keeps_its_owner(yard, obstacles):
    animal = await yard.bought(ANNA)
    assert (await obstacles(), await obstacles(BORA)) == (("animals",), ())
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await obstacles(), await obstacles(BORA)) == ((), ("animals",))
    await yard.die(animal)
    assert await obstacles(BORA) == ()


async def test_a_removal_keeps_who_asked_for_it_until_the_animal_has_gone(yard, obstacles):
    animal, day = await yard.bought(ANNA), clock.now().date().isoformat()
    body = {"reason": "Moving it.", "wished_on": day}
    asked = (await yard.change("POST", f"livestock/{animal}/withdraw-request", body, user=ANNA)).json()
    path = f"admin/removals/{asked['id']}"
    assert await obstacles() == ("animals", "removals")
    await yard.change("POST", f"{path}/approve", {"version": 1, "scheduled_on": day, "fee": WORTH})
    assert await obstacles() == ("animals", "removals")
    assert (await yard.change("POST", f"{path}/complete", {"version": 2})).status_code == 200
    assert await obstacles() == ()


@pytest.fixture
async def claim(yard):
    """A claim of Anna's for an animal that died: where it is decided."""
    animal = await yard.bought(ANNA)
    await yard.die(animal)
    claim = (await yard.change("POST", f"livestock/{animal}/insurance-claim", {"amount": WORTH}, user=ANNA)).json()
    return f"admin/insurance-claims/{claim['id']}"


async def test_a_claim_keeps_who_asked_until_it_is_decided(yard, obstacles, claim):
    assert await obstacles() == ("claims",)
    assert (await yard.change("POST", f"{claim}/reject", {"reason": "Not insured."})).status_code == 200
    assert await obstacles() == ()


async def test_a_proposal_keeps_whom_it_concerns_while_it_waits(yard, rig, obstacles, claim):
    proposal = await yard.change("POST", f"{claim}/propose", {"payout": WORTH})
    assert await obstacles() == ("claims", "proposals")
    assert (await rig.decided(proposal, "rejected")).status_code == 200
    assert await obstacles() == ("claims",)
    await yard.change("POST", f"{claim}/propose", {"payout": WORTH})
    clock.set_offset(timedelta(days=8))
    assert await obstacles() == ("claims",)


@pytest.mark.parametrize("said", [(DisputeOpened,), (DisputeOpened, DisputeLost), (DisputeLost, DisputeWon)])
async def test_a_dispute_keeps_the_payer_until_nothing_is_left_to_decide_or_owed(yard, rig, obstacles, said):
    """Open; lost in part of an animal that died, where people decide; reclaimed and then won after all."""
    animal = await yard.register()
    order, whole = await yard.sell(animal, ANNA), said[0] is DisputeLost
    if not whole:
        await yard.die(animal)
    paid = Money.of_minor(30_000, "USD")
    about = {
        "dispute_id": new_id(),
        "payment_id": new_id(),
        "user_id": ANNA,
        "provider": "stripe",
        "amount": paid if whole else Money.of_minor(500, "USD"),
        "paid": paid,
        "order_id": order,
        "livestock_id": animal,
    }
    await rig.deliver(*(kind(**about) for kind in said))
    assert await obstacles() == ("disputes",)
    if len(said) == 1:
        await rig.deliver(DisputeWon(**about))
    else:
        decision = {"decision": "settle" if whole else "keep", "note": "Agreed by phone."}
        answer = await yard.by_two(f"admin/livestock-disputes/{about['dispute_id']}", decision)
        assert answer.status_code == 200, answer.text
    assert await obstacles() == ()
