"""An owner takes their animal out."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import token
from amigok_contracts import Money
from amigok_contracts.farm import (
    LivestockOwnershipTransferred,
    LivestockRemoved,
    LivestockTransferRefused,
    RemovalCancelled,
    RemovalFeeCharged,
    RemovalRejected,
    RemovalRequested,
    RemovalScheduled,
)
from amigok_contracts.money_requests import Share
from farm.blocks import service as blocks
from farm.removals.models import REMOVALS

ANNA, BORA = new_id(), new_id()
FEE = {"amount": "25.00", "currency": "USD"}


def day(days=3):
    return (clock.now().date() + timedelta(days=days)).isoformat()


class Removals:
    """Where removals are asked for and decided."""

    def __init__(self, yard):
        self.yard, self.rig = yard, yard.rig

    async def ask(self, animal, owner=ANNA, **changes):
        body = {"reason": "Moving it to my own farm.", "wished_on": day(), "transport": "A van of mine."} | changes
        return await self.rig.request("POST", f"/api/v1/livestock/{animal}/withdraw-request", user=owner, json=body)

    async def asked(self, animal, owner=ANNA):
        """The id of a request that must be taken."""
        answer = await self.ask(animal, owner)
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    async def take(self, step, removal, **kwargs):
        """Takes a step as whoever may."""
        if step == "cancel":
            return await self.rig.request("POST", f"/api/v1/removals/{removal}/cancel", user=ANNA)
        read = await self.yard.get(f"removals/{removal}", self.yard.admin, "admin")
        body = {"approve": {"scheduled_on": day(), "fee": FEE}, "reject": {"reason": "Too young."}}.get(step, {})
        body |= {"version": read.json().get("version", 1)}
        who = {"user": self.yard.admin, "role": "admin"} | kwargs
        path = f"/api/v1/admin/removals/{removal}/{step}"
        return await self.rig.request("POST", path, **{"json": body} | who)

    async def reach(self, state):
        """An animal of Anna's and its removal, in this state."""
        animal = await self.yard.bought(ANNA)
        removal = await self.asked(animal)
        for step in PATHS[state]:
            assert (await self.take(step, removal)).status_code == 200
        return animal, removal

    async def refusals(self):
        return [event.reasons for event in await self.rig.events(LivestockTransferRefused)]


PATHS = {
    "requested": [],
    "scheduled": ["approve"],
    "rejected": ["reject"],
    "cancelled": ["cancel"],
    "completed": ["approve", "complete"],
}


@pytest.fixture
def removals(yard):
    return Removals(yard)


async def test_an_animal_goes_from_requested_to_gone(removals, yard, rig):
    animal = await removals.yard.bought(ANNA)
    removal = await removals.asked(animal)
    scheduled = (await removals.take("approve", removal)).json()
    assert (scheduled["state"], scheduled["fee"], scheduled["scheduled_on"]) == ("scheduled", FEE, day())
    assert (await removals.take("complete", removal)).json()["state"] == "completed"

    seen = (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json()
    assert (seen["status"], seen["owner_id"], seen["owned_since"], seen["version"]) == ("removed", None, None, 5)
    assert (await yard.get("my-livestock", ANNA)).json()["items"] == []
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 0
    assert (await yard.history(animal))[-1]["ended_at"] is not None
    rows = (await yard.get(f"livestock/{animal}/movements", yard.admin, "admin")).json()["items"]
    assert (rows[0]["kind"], rows[0]["to_farm_id"], rows[0]["reference_id"]) == ("removed", None, removal)

    [requested], [planned] = await rig.events(RemovalRequested), await rig.events(RemovalScheduled)
    [gone] = await rig.events(LivestockRemoved)
    assert (requested.owner_id, planned.owner_id, gone.previous_owner_id) == (ANNA, ANNA, ANNA)
    assert planned.fee == gone.fee == Money(**FEE)


async def test_the_fee_is_charged_when_the_animal_leaves_and_not_before(removals, rig):
    _, removal = await removals.reach("scheduled")
    assert await rig.events(RemovalFeeCharged) == []
    await asyncio.gather(*(removals.take("complete", removal) for _ in range(3)))
    [charged] = await rig.events(RemovalFeeCharged)
    assert (charged.purpose, str(charged.reference_id), charged.payer_id) == ("farm.removal_fee", removal, ANNA)
    assert (charged.shares, charged.mandatory) == ((Share(amount=Money(**FEE), fee="removal"),), True)


async def test_a_removal_without_a_fee_charges_nothing(removals, rig):
    _, removal = await removals.reach("requested")
    free = {"scheduled_on": day(), "fee": {"amount": "0.00", "currency": "USD"}, "version": 1}
    assert (await removals.take("approve", removal, json=free)).status_code == 200
    assert (await removals.take("complete", removal)).status_code == 200
    assert len(await rig.events(LivestockRemoved)) == 1
    assert await rig.events(RemovalFeeCharged) == []


async def test_it_cannot_be_sold_until_that_is_over(removals, yard, rig):
    for end in ["cancel", "reject"]:
        animal = await removals.yard.bought(ANNA)
        removal = await removals.asked(animal)
        await yard.sell(animal, BORA, seller=ANNA)
        assert (await removals.refusals())[-1] == ("removal_requested",)
        assert (await removals.take(end, removal)).status_code == 200
        await yard.sell(animal, BORA, seller=ANNA)
        assert (await yard.get(f"livestock/{animal}", BORA)).json()["owner_id"] == str(BORA)
    assert [event.reason for event in await rig.events(RemovalCancelled)] == ["owner"]
    assert len(await rig.events(RemovalRejected)) == 1


async def test_what_is_gone_is_refused_for_good(removals, yard):
    animal, _ = await removals.reach("completed")
    await yard.sell(animal, BORA, seller=ANNA)
    await yard.sell(animal, BORA, seller=None)
    assert await removals.refusals() == [("not_owner", "removed"), ("removed",)]


async def test_only_its_owner_asks_for_an_animal(removals, yard):
    animal = await removals.yard.bought(ANNA)
    for user in [BORA, yard.admin]:
        answer = await removals.ask(animal, user)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_owner")
    assert (await removals.ask(await yard.register())).json()["code"] == "not_owner"
    assert (await removals.ask(new_id())).json()["code"] == "livestock_not_found"
    assert (await removals.ask(animal, None)).status_code == 401


async def test_a_session_without_a_fresh_proof_asks_for_nothing(removals, rig):
    animal = await removals.yard.bought(ANNA)
    stale = {"Authorization": f"Bearer {token(ANNA, authenticated=timedelta(hours=1))}"}
    answer = await rig.http.post(f"/api/v1/livestock/{animal}/withdraw-request", headers=stale, json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required")


async def test_only_administrators_decide(removals, rig):
    _, removal = await removals.reach("requested")
    for step in ["approve", "reject", "complete"]:
        for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
            assert (await removals.take(step, removal, user=ANNA, role=role)).status_code == 403
    assert (await rig.request("GET", "/api/v1/admin/removals", user=ANNA)).status_code == 403


async def test_other_peoples_removals_do_not_exist(removals, yard, rig):
    _, removal = await removals.reach("requested")
    path = f"/api/v1/removals/{removal}"
    for method, url in [("GET", path), ("POST", f"{path}/cancel")]:
        answer = await rig.request(method, url, user=BORA)
        assert (answer.status_code, answer.json()["code"]) == (404, "removal_not_found")
    assert (await rig.request("POST", f"{path}/cancel", user=yard.admin, role="admin")).status_code == 404
    assert (await yard.get(f"removals/{removal}", ANNA)).json()["state"] == "requested"
    assert (await yard.get(f"removals/{removal}", yard.admin, "admin")).status_code == 200
    assert await yard.pages("my-removals", 1, user=ANNA) == [removal]
    assert await yard.pages("my-removals", 1, user=BORA) == []


async def test_administrators_see_the_queue_oldest_first(removals, yard):
    ids = [(await removals.reach("requested"))[1] for _ in range(3)]
    _, planned = await removals.reach("scheduled")
    assert await yard.pages("admin/removals", 2, user=yard.admin, role="admin") == ids
    listed = (await yard.get("admin/removals?state=scheduled", yard.admin, "admin")).json()["items"]
    assert [item["id"] for item in listed] == [planned]


@pytest.mark.parametrize("state", PATHS)
async def test_every_step_that_the_table_does_not_have_is_refused(removals, state):
    for step in ["approve", "reject", "cancel", "complete"]:
        if not REMOVALS.ends(step, state):
            _, removal = await removals.reach(state)
            answer = await removals.take(step, removal)
            assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state"), step
            assert answer.json()["state"] == state


@pytest.mark.parametrize("state", PATHS)
def test_the_paths_of_these_tests_are_the_tables(state):
    reached = REMOVALS.follow("request", None)
    for step in PATHS[state]:
        reached = REMOVALS.follow(step, reached)
    assert reached == state


@pytest.mark.parametrize("state", ["requested", "scheduled"])
async def test_a_second_request_is_refused_while_one_is_open(removals, state):
    animal, _ = await removals.reach(state)
    assert (await removals.ask(animal)).json()["code"] == "removal_under_way"


async def test_of_many_requests_at_once_one_is_taken(removals, rig):
    animal = await removals.yard.bought(ANNA)
    answers = await asyncio.gather(*(removals.ask(animal) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert len(await rig.events(RemovalRequested)) == 1


async def test_the_database_itself_refuses_two_open_ones(removals, outsider):
    await removals.reach("requested")
    with pytest.raises(asyncpg.UniqueViolationError):
        await outsider.execute(
            "INSERT INTO removals (id, livestock_id, owner_id, state, reason, wished_on, requested_at) "
            "SELECT gen_random_uuid(), livestock_id, owner_id, state, reason, wished_on, requested_at FROM removals"
        )


@pytest.mark.parametrize("first", ["request", "order"])
async def test_a_request_and_a_sale_at_once_never_both_succeed(removals, yard, rig, outsider, somebody_waits, first):
    animal = await removals.yard.bought(ANNA)
    waiting = []
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", animal)
        for one in ["request", "order"] if first == "request" else ["order", "request"]:
            calls = {"request": lambda: removals.ask(animal), "order": lambda: yard.sell(animal, BORA, seller=ANNA)}
            waiting.append(asyncio.create_task(calls[one]()))
            await somebody_waits(len(waiting))
    await asyncio.gather(*waiting)
    asked, sold = await rig.events(RemovalRequested), await rig.events(LivestockOwnershipTransferred)
    assert len(asked) + len(sold) == 2  # Anna's own purchase is one
    assert (len(asked) == 1) == (await removals.refusals() == [("removal_requested",)])


async def test_two_orders_against_a_completion_move_nothing(removals, yard, rig, outsider, somebody_waits):
    animal, removal = await removals.reach("scheduled")
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", animal)
        racing = asyncio.gather(
            yard.sell(animal, BORA, seller=ANNA),
            removals.take("complete", removal),
            yard.sell(animal, new_id(), seller=ANNA),
        )
        await somebody_waits()
    assert (await racing)[1].status_code == 200
    assert len(await rig.events(LivestockOwnershipTransferred)) == 1  # Anna's own purchase
    assert len(await removals.refusals()) == 2
    assert (await yard.get(f"livestock/{animal}")).json()["status"] == "removed"


@pytest.mark.parametrize("rival", ["cancel", "reject", "approve"])
async def test_of_two_decisions_at_once_one_counts(removals, rig, outsider, somebody_waits, rival):
    animal, removal = await removals.reach("requested")
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", animal)
        racing = asyncio.gather(removals.take("approve", removal), removals.take(rival, removal))
        await somebody_waits()
    codes = [answer.status_code for answer in await racing]
    ended = len(await rig.events(RemovalCancelled)) + len(await rig.events(RemovalRejected))
    planned = len(await rig.events(RemovalScheduled))
    assert codes.count(200) == ended + planned
    assert planned + ended in (1, 2)  # what is scheduled may be taken back or rejected still


async def test_an_animal_is_completed_once_however_often_it_is_said(removals, yard, rig):
    _, removal = await removals.reach("scheduled")
    answers = await asyncio.gather(*(removals.take("complete", removal) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 4
    assert len(await rig.events(LivestockRemoved)) == 1
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 0


async def test_what_else_keeps_an_animal_keeps_it_from_leaving(removals, rig):
    animal, removal = await removals.reach("scheduled")
    source = new_id()
    async with rig.db.unit_of_work() as db:
        await blocks.place(db, livestock_id=animal, reason="quarantine", source_id=source)
    answer = await removals.take("complete", removal)
    assert (answer.json()["code"], answer.json()["reasons"]) == ("livestock_blocked", ["quarantine"])
    async with rig.db.unit_of_work() as db:
        await blocks.clear(db, livestock_id=animal, reason="quarantine", source_id=source)
    assert (await removals.take("complete", removal)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"wished_on": day(-1)}, "day_out_of_range"),
        ({"wished_on": day(400)}, "day_out_of_range"),
        ({"wished_on": "9999-12-31"}, "day_out_of_range"),
        ({"wished_on": "0001-01-01"}, "day_out_of_range"),
        ({"wished_on": "soon"}, "invalid_request"),
        ({"reason": "  "}, "invalid_request"),
        ({"reason": "x" * 2001}, "invalid_request"),
        ({"reason": "nul \x00 byte"}, "invalid_request"),
        ({"transport": "x" * 2001}, "invalid_request"),
        ({"fee": FEE}, "invalid_request"),
    ],
)
async def test_odd_requests_are_refused(removals, changes, code):
    animal = await removals.yard.bought(ANNA)
    answer = await removals.ask(animal, **changes)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize(
    "body",
    [
        {"scheduled_on": day(), "fee": {"amount": "-1.00", "currency": "USD"}},
        {"scheduled_on": day(), "fee": {"amount": "1000000.01", "currency": "USD"}},
        {"scheduled_on": day(), "fee": {"amount": "1.00", "currency": "TRY"}},
        {"scheduled_on": day(-1), "fee": FEE},
        {"fee": FEE},
    ],
)
async def test_odd_schedules_are_refused(removals, body):
    _, removal = await removals.reach("requested")
    assert (await removals.take("approve", removal, json=body)).status_code == 422


async def test_whom_day_or_fee_does_not_suit_takes_the_request_back(removals, yard, rig):
    animal, removal = await removals.reach("scheduled")
    assert (await removals.take("cancel", removal)).json()["state"] == "cancelled"
    assert (await removals.take("complete", removal)).status_code == 409
    assert (await yard.get(f"livestock/{animal}", ANNA)).json()["owner_id"] == str(ANNA)
    assert await rig.events(LivestockRemoved) == []
