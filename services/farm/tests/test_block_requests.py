"""Sale blocks that other services ask for, by events that nothing in the farm names."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.service import Noun
from amigok_contracts import Event, Money
from amigok_contracts.farm import LivestockSaleStatusChanged, LivestockTransferRefused
from amigok_contracts.payment import DisputeLost
from amigok_contracts.sale_blocks import BlockEnd, BlockRequest
from farm.blocks.handlers import requested
from farm.main import service

ANNA, BORA = new_id(), new_id()


class GameBegun(BlockRequest, Event, type="game.trial.begun", aggregate="source_id"):
    """A producer that only these tests know keeps an animal from being sold."""


class GameOver(BlockEnd, Event, type="game.trial.over", aggregate="source_id"):
    """It may be sold again."""


class FeedTrialUnpaid(BlockRequest, Event, type="feed.trial.unpaid", aggregate="source_id"):
    """The owner owes for feed."""


class FeedTrialPaid(BlockEnd, Event, type="feed.trial.paid", aggregate="source_id"):
    """They do not any more."""


HEARD = Noun(consumes={"sale_blocks": requested([GameBegun, GameOver, FeedTrialUnpaid, FeedTrialPaid])})
HEARING = replace(service, nouns=[*service.nouns, HEARD])


@pytest.fixture
def served():
    return HEARING


@pytest.fixture(autouse=True)
def time_of_now():
    yield
    clock.set_offset(timedelta())


def unpaid(animal, owner=ANNA, **changes):
    """A request for a block while this user owns the animal, and the end of it."""
    about = {"livestock_id": animal, "block_reason": "unpaid_feed", "source_id": new_id()} | changes
    return FeedTrialUnpaid(**about, owner_id=owner), FeedTrialPaid(**about)


async def reasons(yard, animal):
    return [block["reason"] for block in (await yard.get(f"livestock/{animal}/sale-status")).json()["blocks"]]


async def published(rig):
    return [[block.reason for block in event.blocks] for event in await rig.events(LivestockSaleStatusChanged)]


async def test_an_event_that_is_a_block_request_keeps_an_animal_from_being_sold_until_its_end(yard, rig):
    animal = await yard.bought(ANNA)
    begun, over = unpaid(animal)
    await rig.deliver(begun, begun)
    assert await reasons(yard, animal) == ["unpaid_feed"]
    await yard.sell(animal, BORA, seller=ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("unpaid_feed",)]
    await rig.deliver(over, over)
    assert await published(rig) == [["unpaid_feed"], []]
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.history(animal))[-1]["owner_id"] == str(BORA)


@pytest.mark.parametrize("order", [*permutations(range(2)), (1, 0, 1, 0), (0, 1, 0)])
async def test_a_block_that_ended_is_never_placed_again_whatever_comes_first(yard, rig, order):
    animal = await yard.bought(ANNA)
    events = unpaid(animal)
    for number in order:
        await rig.deliver(events[number])
    assert await reasons(yard, animal) == []


async def test_a_block_of_one_owner_is_never_placed_on_an_animal_of_another(yard, rig):
    animal = await yard.bought(ANNA)
    await yard.sell(animal, BORA, seller=ANNA)
    begun, _ = unpaid(animal)
    await rig.deliver(begun)
    assert await reasons(yard, animal) == []
    await yard.sell(animal, ANNA, seller=BORA)
    await rig.deliver(begun)
    assert await reasons(yard, animal) == [] == await published(rig)


async def test_a_block_of_an_owner_is_forgotten_when_the_animal_changes_hands_and_others_stay(yard, rig):
    animal = await yard.register()
    order = await yard.sell(animal, ANNA)
    begun, over = unpaid(animal)
    about = {"livestock_id": animal, "block_reason": "contest", "source_id": new_id()}
    await rig.deliver(begun, GameBegun(**about))
    paid = Money.of_minor(30_000, "USD")
    parties = {"payment_id": new_id(), "user_id": ANNA, "provider": "stripe", "amount": paid, "paid": paid}
    await rig.deliver(DisputeLost(dispute_id=new_id(), order_id=order, livestock_id=animal, **parties))
    assert await reasons(yard, animal) == ["contest"]
    await rig.deliver(begun, over, GameOver(**about))
    assert await reasons(yard, animal) == []
    assert await published(rig) == [["unpaid_feed"], ["unpaid_feed", "contest"], ["contest"], []]


async def test_a_block_without_an_owner_stays_whoever_owns_the_animal_and_ends_by_itself(yard, rig):
    animal = await yard.register()
    until = clock.now() + timedelta(hours=1)
    about = {"livestock_id": animal, "block_reason": "contest", "source_id": new_id()}
    await rig.deliver(GameBegun(**about, ends_at=until))
    assert await reasons(yard, animal) == ["contest"]
    clock.set_offset(timedelta(hours=2))
    await rig.run_job("end_past_blocks")
    await rig.run_job("end_past_blocks")
    await rig.deliver(GameBegun(**about, ends_at=until))
    assert await reasons(yard, animal) == []
    assert await published(rig) == [["contest"], []]


@pytest.mark.parametrize("reason", ["unpaid_care", "contest", "debt", "quarantine", "other", "no_such_reason"])
async def test_a_reason_that_is_not_the_producers_is_a_dead_letter(yard, rig, reason):
    animal = await yard.bought(ANNA)
    for event in unpaid(animal, block_reason=reason):
        with pytest.raises(Reject, match=reason):
            await rig.deliver(event)
    assert await reasons(yard, animal) == [] == await published(rig)


async def test_requests_that_concern_no_animal_here_are_ignored(rig):
    await rig.deliver(*unpaid(new_id()))
    assert await published(rig) == []


async def test_an_unpaid_owner_cannot_have_the_block_cleared_by_hand(yard, rig):
    animal = await yard.bought(ANNA)
    await rig.deliver(unpaid(animal)[0])
    path = f"admin/livestock/{animal}/sale-blocks"
    [block] = (await yard.get(path, yard.admin, "admin")).json()["items"]
    answer = await yard.change("POST", f"{path}/{block['id']}/clear", {"note": "Let it go."})
    assert (answer.status_code, answer.json()["code"]) == (409, "block_not_by_hand")
