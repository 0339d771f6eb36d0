"""Animals that die, and what their owners claim."""

import asyncio
from datetime import datetime, timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import Agrees, UnderWay
from amigok_chassis.testing import token
from amigok_contracts import Money
from amigok_contracts.farm import (
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockReinstated,
    LivestockSaleStatusChanged,
    LivestockTransferRefused,
    RemovalCancelled,
)
from amigok_contracts.farm_claims import INSURANCE, InsuranceClaimApproved, InsurancePayoutRequested
from amigok_contracts.wallet import RewardPaid
from farm.claims.invariants import INVARIANTS

ANNA, BORA, VET, HAND = new_id(), new_id(), new_id(), new_id()
WORTH = {"amount": "300.00", "currency": "USD"}


class Practice:
    """Where deaths are reported and confirmed, and claims decided."""

    def __init__(self, yard):
        self.yard, self.rig = yard, yard.rig

    async def post(self, path, body, user, role):
        return await self.rig.request("POST", f"/api/v1/{path}", user=user, role=role, json=body)

    async def report(self, animal, *, user=HAND, role="farm_staff", **changes):
        body = {"cause": "Bloat.", "died_at": clock.now().isoformat(), "evidence": "Found at dawn."} | changes
        return await self.post(f"livestock/{animal}/death", body, user, role)

    async def seen(self, animal):
        """The id of the death of an animal as it stands."""
        return (await self.yard.get(f"livestock/{animal}/death", self.yard.admin, "admin")).json().get("id", str(VET))

    async def confirm(self, animal, *, user=VET, role="veterinarian"):
        body = {"death_id": await self.seen(animal), "findings": "Ruminal tympany."}
        return await self.post(f"livestock/{animal}/death/confirm", body, user, role)

    async def revert(self, animal, *, role="admin"):
        """What a second administrator is answered who approves it, or who proposes it."""
        body = {"death_id": await self.seen(animal), "reason": "Wrong tag."}
        answer = await self.post(f"admin/livestock/{animal}/death/revert", body, self.yard.admin, role)
        return answer if answer.status_code != 202 else await self.rig.decided(answer)

    async def claim(self, animal, amount="300.00", *, user=ANNA, currency="USD"):
        body = {"amount": {"amount": amount, "currency": currency}}
        return await self.post(f"livestock/{animal}/insurance-claim", body, user, "investor")

    async def approve(self, claim, amount="250.00", *, user=None, role="admin"):
        body = {"payout": {"amount": amount, "currency": "USD"}}
        return await self.post(f"admin/insurance-claims/{claim}/approve", body, user or self.yard.admin, role)

    async def reject(self, claim, *, user=VET, role="admin"):
        return await self.post(f"admin/insurance-claims/{claim}/reject", {"reason": "Not insured."}, user, role)

    async def dead(self, *, confirmed=False, owner=ANNA):
        """An animal of Anna's that died."""
        animal = await self.yard.bought(owner)
        assert (await self.report(animal)).status_code == 201
        if confirmed:
            assert (await self.confirm(animal)).status_code == 200
        return animal

    async def claimed(self, *, confirmed=True):
        """A dead animal, and the id of Anna's claim."""
        animal = await self.dead(confirmed=confirmed)
        answer = await self.claim(animal)
        assert answer.status_code == 201, answer.text
        return animal, answer.json()["id"]


@pytest.fixture
async def practice(yard):
    await yard.hire(VET)
    await yard.hire(HAND)
    return Practice(yard)


async def status_of(yard, animal):
    return (await yard.get(f"livestock/{animal}")).json()["status"]


async def test_a_reported_death_counts_at_once(practice, yard, rig):
    animal = await practice.yard.bought(ANNA)
    death = (await practice.report(animal)).json()
    assert (death["state"], death["value"]) == ("reported", WORTH)
    seen = (await yard.get(f"livestock/{animal}", ANNA)).json()
    assert (seen["status"], seen["owner_id"], seen["version"]) == ("deceased", str(ANNA), 4)
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 0
    await yard.sell(animal, BORA, seller=ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("deceased",)]
    [died] = await rig.events(LivestockDied)
    assert (died.owner_id, str(died.death_id)) == (ANNA, death["id"])
    rows = (await yard.get(f"livestock/{animal}/movements", ANNA)).json()["items"]
    assert (rows[0]["kind"], rows[0]["to_farm_id"], rows[0]["reference_id"]) == ("died", None, death["id"])
    assert (
        datetime.fromisoformat(rows[0]["occurred_at"]) == died.died_at < datetime.fromisoformat(rows[0]["recorded_at"])
    )


async def test_nobody_reports_or_confirms_the_death_of_an_animal_of_their_own(practice):
    animal = await practice.yard.bought(VET)
    refused = await practice.report(animal, user=VET)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_animal")
    await practice.yard.die(animal)
    refused = await practice.confirm(animal, user=VET)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_animal")


async def test_a_veterinarian_confirms_it_once_with_findings(practice, yard):
    animal = await practice.dead()
    confirmed = (await practice.confirm(animal)).json()
    assert (confirmed["state"], confirmed["findings"]) == ("confirmed", "Ruminal tympany.")
    assert confirmed["evidence"] == "Found at dawn."
    assert (await practice.confirm(animal)).json()["code"] == "wrong_state"
    assert (await yard.get(f"livestock/{animal}/death", ANNA)).json() == confirmed


async def test_who_may_report_confirm_and_revert(practice, yard):
    animal = await practice.dead()
    alive = await practice.yard.bought(ANNA)
    for role in ["investor", "gamer"]:
        assert (await practice.report(alive, user=ANNA, role=role)).json()["code"] == "forbidden"
    for role in ["investor", "gamer", "farm_staff", "admin"]:
        assert (await practice.confirm(animal, user=ANNA, role=role)).json()["code"] == "forbidden"
    for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
        assert (await practice.revert(animal, role=role)).json()["code"] == "forbidden"
    for role in ["farm_staff", "veterinarian", "admin"]:
        assert (await practice.report(await practice.yard.bought(ANNA), role=role)).status_code == 201
    assert (await yard.get(f"livestock/{animal}/death", BORA)).json()["code"] == "forbidden"
    assert (await yard.get(f"livestock/{alive}/death", ANNA)).json()["code"] == "death_not_found"


async def test_an_animal_dies_once(practice, rig):
    animal = await practice.yard.bought(ANNA)
    moment = clock.now().isoformat()
    answers = await asyncio.gather(*(practice.report(animal, died_at=moment) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"illegal_movement"}
    assert len(await rig.events(LivestockDied)) == 1


@pytest.mark.parametrize("first", ["report", "order"])
async def test_a_death_during_an_order_comes_before_the_sale_or_after_it(
    practice, yard, rig, outsider, somebody_waits, first
):
    animal = await practice.yard.bought(ANNA)
    calls = {
        "report": lambda: practice.report(animal),
        "order": lambda: yard.sell(animal, BORA, seller=ANNA),
    }
    waiting = []
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", animal)
        for one in ["report", "order"] if first == "report" else ["order", "report"]:
            waiting.append(asyncio.create_task(calls[one]()))
            await somebody_waits(len(waiting))
    await asyncio.gather(*waiting)
    died, sold = await rig.events(LivestockDied), await rig.events(LivestockOwnershipTransferred)
    refused = await rig.events(LivestockTransferRefused)
    assert len(sold) + len(refused) == 2  # Anna's own purchase is one
    if refused:
        assert (refused[0].reasons, died[0].owner_id) == (("deceased",), ANNA)
    else:
        assert [event.owner_id for event in died] in ([], [BORA])  # none: it would have died before it was sold


async def test_nothing_happens_to_an_animal_after_it_died(practice, yard):
    animal, there = await practice.dead(), await yard.add_farm("Karacabey")
    body = {"farm_id": there, "from_farm_id": yard.farm_id}
    moved = await practice.post(f"admin/livestock/{animal}/move", body, VET, "admin")
    assert moved.json()["code"] == "illegal_movement"
    body = {"reason": "Taking it home.", "wished_on": clock.now().date().isoformat()}
    asked = await practice.post(f"livestock/{animal}/withdraw-request", body, ANNA, "investor")
    assert (asked.status_code, asked.json()["code"]) == (409, "illegal_movement")


async def test_a_death_ends_a_removal(practice, yard, rig):
    animal = await practice.yard.bought(ANNA)
    body = {"reason": "Taking it home.", "wished_on": clock.now().date().isoformat()}
    asked = (await practice.post(f"livestock/{animal}/withdraw-request", body, ANNA, "investor")).json()
    assert (await practice.report(animal)).status_code == 201
    assert (await yard.get(f"removals/{asked['id']}", ANNA)).json()["state"] == "cancelled"
    assert [event.reason for event in await rig.events(RemovalCancelled)] == ["deceased"]
    last = (await rig.events(LivestockSaleStatusChanged))[-1]
    assert [block.reason for block in last.blocks] == ["deceased"]
    assert (await practice.revert(animal)).status_code == 200
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.get(f"livestock/{animal}", BORA)).json()["owner_id"] == str(BORA)


@pytest.mark.parametrize("confirmed", [False, True])
async def test_a_wrong_report_is_reverted_by_a_correction(practice, yard, rig, confirmed):
    animal = await practice.dead(confirmed=confirmed)
    assert (await practice.revert(animal)).json()["state"] == "approved"
    seen = (await yard.get(f"livestock/{animal}", ANNA)).json()
    assert (seen["status"], seen["owner_id"], seen["version"]) == ("assigned", str(ANNA), 6)
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 1
    rows = (await yard.get(f"livestock/{animal}/movements", ANNA)).json()["items"]
    assert [row["kind"] for row in rows] == ["corrected", "died", "sold", "bought_in"]
    assert rows[0]["corrects_id"] == rows[1]["id"]
    [alive] = await rig.events(LivestockReinstated)
    assert alive.owner_id == ANNA
    assert (await practice.revert(animal)).json()["code"] == "death_not_found"
    assert (await practice.confirm(animal)).json()["code"] == "death_not_found"
    assert (await practice.report(animal)).status_code == 201


async def test_the_platforms_animal_becomes_available_again(practice, yard):
    animal = await yard.register()
    await practice.report(animal)
    assert (await practice.claim(animal)).json()["code"] == "not_owner"
    await practice.revert(animal)
    assert await status_of(yard, animal) == "available"


async def test_there_must_be_room_to_live_again(practice, yard):
    small = await yard.add_farm("One Pen", capacity=1)
    await yard.hire(VET, small)
    await yard.hire(HAND, small)
    animal = await yard.register(farm_id=small)
    await practice.report(animal)
    await yard.register(farm_id=small)
    assert (await practice.revert(animal)).json()["code"] == "farm_full"
    assert await status_of(yard, animal) == "deceased"


@pytest.mark.parametrize(
    ("died_at", "status", "code"),
    [
        (lambda: clock.now() + timedelta(minutes=1), 422, "died_in_future"),
        (lambda: clock.now() - timedelta(days=1), 409, "died_before_last_movement"),
        (lambda: "9999-12-31T23:59:59Z", 422, "died_in_future"),
        (lambda: "9999-12-31T23:59:59-14:00", 422, "invalid_request"),
        (lambda: "0001-01-01T00:00:00Z", 409, "died_before_last_movement"),
        (lambda: "0001-01-01T00:00:00+14:00", 422, "invalid_request"),
        (lambda: "2026-01-01T00:00:00", 422, "invalid_request"),
        (lambda: "dawn", 422, "invalid_request"),
    ],
)
async def test_an_animal_died_when_it_can_have(practice, yard, died_at, status, code):
    animal, moment = await practice.yard.bought(ANNA), died_at()
    answer = await practice.report(animal, died_at=moment if isinstance(moment, str) else moment.isoformat())
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await status_of(yard, animal) == "assigned"


async def test_an_approved_claim_is_paid_to_its_owner(practice, rig):
    animal, claim = await practice.claimed()
    approved = (await practice.approve(claim)).json()
    assert (approved["state"], approved["payout"]["amount"]) == ("approved", "250.00")
    [event] = await rig.events(InsuranceClaimApproved)
    assert (event.owner_id, event.livestock_id, str(event.claim_id)) == (ANNA, animal, claim)
    assert event.payout == Money(amount="250.00", currency="USD")
    [asked] = await rig.events(InsurancePayoutRequested)
    assert (asked.purpose, str(asked.reference_id)) == ("farm.insurance", claim)
    assert (asked.payee_id, asked.amount) == (ANNA, event.payout)
    assert (await practice.revert(animal)).json()["code"] == "claim_paid"
    assert (await practice.claim(animal)).json()["code"] == "claim_standing"


async def test_a_payout_is_under_way_until_the_wallet_has_paid_it_and_is_then_compared_with_the_ledger(practice, rig):
    _, claim = await practice.claimed()
    await practice.approve(claim)
    [under_way] = [each.sql for each in INVARIANTS if isinstance(each, UnderWay)]
    [paid] = [each.sql for each in INVARIANTS if isinstance(each, Agrees)]
    assert [str(row["id"]) for row in await rig.db.fetch(under_way)] == [claim]
    assert await rig.db.fetch(paid) == []
    [asked] = await rig.events(InsurancePayoutRequested)
    about = {"reference_id": asked.reference_id, "payee_id": ANNA, "amount": asked.amount}
    other = RewardPaid(purpose="feed.correction", transfer_id=new_id(), **about)
    answer = RewardPaid(purpose=INSURANCE, transfer_id=new_id(), **about)
    await rig.deliver(other)
    assert await rig.db.fetch(paid) == []
    await rig.deliver(answer, answer)
    assert await rig.db.fetch(under_way) == []
    [row] = await rig.db.fetch(paid)
    assert (str(row["id"]), row["payee_id"], row["currency"], row["minor_units"]) == (claim, ANNA, "USD", 25_000)


async def test_a_claim_is_decided_once(practice, rig):
    _, claim = await practice.claimed()
    answers = await asyncio.gather(*(practice.approve(claim) for _ in range(4)), practice.reject(claim))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 4
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"wrong_state"}
    assert len(await rig.events(InsuranceClaimApproved)) == len(await rig.events(InsurancePayoutRequested)) <= 1


async def test_a_payout_and_a_reversion_at_once_never_both_succeed(practice, yard, rig):
    for _ in range(3):
        animal, claim = await practice.claimed()
        approved, reverted = await asyncio.gather(practice.approve(claim), practice.revert(animal))
        assert sorted([approved.status_code, reverted.status_code]) == [200, 409]
        assert (await status_of(yard, animal) == "deceased") == (approved.status_code == 200)


async def test_a_reversion_takes_the_open_claim_with_it(practice, yard):
    animal, claim = await practice.claimed()
    assert (await practice.revert(animal)).status_code == 200
    [mine] = (await yard.get("my-insurance-claims", ANNA)).json()["items"]
    assert (mine["id"], mine["state"]) == (claim, "rejected")
    assert (await practice.approve(claim)).json()["code"] == "wrong_state"


async def test_nothing_is_paid_before_a_veterinarian_has_confirmed_the_death(practice):
    animal, claim = await practice.claimed(confirmed=False)
    assert (await practice.approve(claim)).json()["code"] == "death_not_confirmed"
    await practice.confirm(animal)
    assert (await practice.approve(claim)).status_code == 200


async def test_after_a_rejection_the_owner_may_ask_again(practice, yard):
    animal, claim = await practice.claimed()
    assert (await practice.reject(claim)).json()["rejection"] == "Not insured."
    again = (await practice.claim(animal)).json()["id"]
    assert await yard.pages("my-insurance-claims", 1, user=ANNA) == [again, claim]
    assert await yard.pages("admin/insurance-claims", 1, user=VET, role="admin") == [again]
    assert (await yard.get("my-insurance-claims", BORA)).json()["items"] == []


async def test_a_claim_is_at_most_what_the_animal_was_worth_and_a_payout_what_was_asked(practice):
    animal = await practice.dead(confirmed=True)
    for amount, currency in [("300.01", "USD"), ("1.00", "EUR")]:
        assert (await practice.claim(animal, amount, currency=currency)).json()["code"] == "claim_too_high"
    for amount in ["0.00", "-1.00", "1e3", "99999999999999"]:
        assert (await practice.claim(animal, amount)).json()["code"] == "invalid_request"
    claim = (await practice.claim(animal, "200.00")).json()["id"]
    assert (await practice.approve(claim, "200.01")).json()["code"] == "payout_too_high"
    assert (await practice.approve(claim, "200.00")).status_code == 200


async def test_claims_are_for_the_owner_at_death_and_decided_by_another_administrator(practice):
    animal = await practice.dead(confirmed=True)
    assert (await practice.claim(animal, user=BORA)).json()["code"] == "not_owner"
    assert (await practice.claim(await practice.yard.bought(ANNA))).json()["code"] == "death_not_found"
    assert (await practice.claim(new_id())).json()["code"] == "livestock_not_found"
    claim = (await practice.claim(animal)).json()["id"]
    for role in ["investor", "gamer", "farm_staff", "veterinarian"]:
        assert (await practice.approve(claim, role=role)).json()["code"] == "forbidden"
        assert (await practice.reject(claim, role=role)).json()["code"] == "forbidden"
    assert (await practice.approve(claim, user=ANNA)).json()["code"] == "own_claim"
    assert (await practice.approve(new_id())).json()["code"] == "claim_not_found"


async def test_a_session_without_a_fresh_proof_pays_nobody(practice, rig):
    _, claim = await practice.claimed()
    stale = {"Authorization": f"Bearer {token(VET, 'admin', authenticated=timedelta(hours=1))}"}
    answer = await rig.http.post(f"/api/v1/admin/insurance-claims/{claim}/approve", headers=stale, json={})
    assert answer.json()["code"] == "step_up_required"


async def test_of_many_claims_at_once_one_stands(practice):
    animal = await practice.dead()
    answers = await asyncio.gather(*(practice.claim(animal) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5


async def test_a_large_payout_needs_a_second_administrator(practice, yard, rig):
    price = {"amount": "480.00", "currency": "USD"}
    animal = await yard.register(price_per_kg=price)
    await yard.sell(animal, ANNA)
    await practice.report(animal)
    await practice.confirm(animal)
    claim = (await practice.claim(animal, "30000.00")).json()["id"]
    alone = await practice.approve(claim, "1000.01")
    assert (alone.status_code, alone.json()["code"], alone.json()["why"]) == (409, "second_person_needed", ["payout"])
    path, body = f"admin/insurance-claims/{claim}", {"payout": {"amount": "1000.01", "currency": "USD"}}
    vet = await practice.post(f"{path}/propose", body, VET, "veterinarian")
    assert vet.status_code == 403
    proposed = await practice.post(f"{path}/propose", body, yard.admin, "admin")
    decision = f"/api/v1/admin/farm/proposals/{proposed.json()['id']}/decision"
    await rig.is_known(VET, role="veterinarian")
    for user, role, status in [(yard.admin, "admin", 403), (VET, "veterinarian", 404)]:
        answer = await rig.request("PUT", decision, user=user, role=role, json={"decision": "approved"})
        assert answer.status_code == status, answer.text
    assert await rig.events(InsuranceClaimApproved) == await rig.events(InsurancePayoutRequested) == []
    assert (await rig.decided(proposed)).status_code == 200
    [event] = await rig.events(InsuranceClaimApproved)
    assert event.payout == Money(amount="1000.01", currency="USD")
    late = await practice.post(f"{path}/propose", body, yard.admin, "admin")
    assert (late.status_code, late.json()["code"]) == (409, "wrong_state")


async def test_a_new_administrator_pays_nobody(practice, rig):
    _, claim = await practice.claimed()
    newcomer = await rig.is_known(new_id(), role="admin", decides_from=clock.now() + timedelta(hours=1))
    refused = await practice.approve(claim, user=newcomer)
    assert (refused.status_code, refused.json()["code"]) == (403, "decision_does_not_count")


async def test_who_confirms_or_reverts_a_death_names_the_report_that_they_have_read(practice, yard, rig):
    animal = await practice.dead()
    first = await practice.seen(animal)
    await practice.revert(animal)
    await practice.report(animal)
    stale = {"death_id": first}
    confirmed = await practice.post(
        f"livestock/{animal}/death/confirm", stale | {"findings": "Bloat."}, VET, "veterinarian"
    )
    reverted = await practice.post(
        f"admin/livestock/{animal}/death/revert", stale | {"reason": "Alive."}, yard.admin, "admin"
    )
    for answer in (confirmed, reverted):
        assert (answer.status_code, answer.json()["code"]) == (409, "other_death")


async def test_nobody_confirms_a_death_that_they_reported_themselves(practice):
    animal = await practice.yard.bought(ANNA)
    assert (await practice.report(animal, user=VET, role="veterinarian")).status_code == 201
    refused = await practice.confirm(animal, user=VET)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_report")
    assert (await practice.confirm(animal, user=HAND)).status_code == 200
