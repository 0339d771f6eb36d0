"""Animals born in the farms."""

import asyncio
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockBorn, LivestockRegistered

ANNA, BORA = new_id(), new_id()


class Stable:
    """Where births are recorded."""

    def __init__(self, yard):
        self.yard, self.rig = yard, yard.rig

    def lamb(self, **changes):
        tag = next(self.yard.tags)
        return {"sex": "male", "tag_number": tag, "unique_id_card": f"EID-{tag}", "weight_kg": "4.20"} | changes

    async def bear(self, dam, *lambs, role="farm_staff", at=None, **changes):
        born_at = (at or clock.now()).isoformat()
        body = {"born_at": born_at, "offspring": list(lambs) or [self.lamb()]} | changes
        return await self.rig.request(
            "POST", f"/api/v1/livestock/{dam}/births", user=self.yard.hand, role=role, json=body
        )

    async def propose(self, dam, *lambs, at=None):
        """What is answered to the second person who approves a birth."""
        body = {"born_at": (at or clock.now()).isoformat(), "offspring": list(lambs) or [self.lamb()]}
        return await self.yard.by_two(f"livestock/{dam}/births", body, user=self.yard.hand, role="farm_staff")

    async def confirm(self, birth, *, by=None, role="veterinarian"):
        by = by or await self.rig.is_known(new_id(), role=role, decides_from=clock.now())
        return await self.rig.request("POST", f"/api/v1/staff/births/{birth}/confirm", user=by, role=role)

    async def refused(self, dam, *lambs, at=None):
        """Why one person's word is not enough for a birth."""
        answer = await self.bear(dam, *lambs, at=at)
        assert (answer.status_code, answer.json()["code"]) == (409, "second_person_needed"), answer.text
        return answer.json()["why"]

    async def dam(self, owner=ANNA):
        animal = await self.yard.register()
        if owner is not None:
            await self.yard.sell(animal, owner)
        return animal


@pytest.fixture
def stable(yard):
    return Stable(yard)


async def test_offspring_belong_to_the_dams_owner(stable, yard, rig):
    dam = await stable.dam()
    answer = await stable.bear(dam, stable.lamb(), stable.lamb(sex="female"))
    assert answer.status_code == 201, answer.text
    lambs = answer.json()["offspring"]
    assert [lamb["sex"] for lamb in lambs] == ["male", "female"]
    for lamb in lambs:
        assert (lamb["status"], lamb["owner_id"], lamb["version"]) == ("assigned", str(ANNA), 2)
        assert (lamb["farm_id"], lamb["breed_name"], lamb["purchase_price"]) == (yard.farm_id, "Merino", None)
        assert (lamb["price_per_kg"]["amount"], lamb["value"]["amount"]) == ("4.80", "20.16")
        assert lamb["date_of_birth"] == clock.now().date().isoformat()
    assert len((await yard.get("my-livestock", ANNA)).json()["items"]) == 3
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 3
    assert (await yard.history(lambs[0]["id"]))[0]["reason"] == "born"
    [row] = (await yard.get(f"livestock/{lambs[0]['id']}/movements", ANNA)).json()["items"]
    assert (row["kind"], row["from_farm_id"], row["reference_id"]) == ("born", None, answer.json()["id"])
    assert [event.owner_id for event in await rig.events(LivestockRegistered)] == [None, ANNA, ANNA]
    assert [(event.dam_id, event.owner_id) for event in await rig.events(LivestockBorn)] == [(dam, ANNA)] * 2


async def test_the_platforms_offspring_can_be_sold_when_it_is_confirmed(stable, yard):
    dam = await stable.dam(owner=None)
    birth = (await stable.bear(dam)).json()
    [lamb] = birth["offspring"]
    assert (lamb["status"], lamb["owner_id"]) == ("available", None)
    await yard.sell(lamb["id"], ANNA)
    assert (await yard.get(f"livestock/{lamb['id']}", yard.hand, "farm_staff")).json()["owner_id"] is None
    assert (await stable.confirm(birth["id"])).status_code == 200
    await yard.sell(lamb["id"], ANNA)
    assert (await yard.get(f"livestock/{lamb['id']}", ANNA)).json()["owner_id"] == str(ANNA)


async def test_offspring_of_a_sold_dam_belong_to_whoever_owned_her_then(stable, yard):
    dam = await stable.dam(owner=ANNA)
    then = clock.now()
    clock.set_offset(timedelta(hours=1))
    await yard.sell(dam, BORA, seller=ANNA)
    assert await stable.refused(dam, at=then) == ["changed_hands"]
    late = await stable.propose(dam, stable.lamb(tag_number="LATE"), at=then)
    assert late.status_code == 200, late.text
    clock.set_offset(timedelta(days=200))
    [lamb] = (await stable.bear(dam)).json()["offspring"]
    rows = await yard.rig.db.fetch("SELECT owner_id FROM livestock WHERE tag_number = 'LATE'")
    assert (rows[0]["owner_id"], lamb["owner_id"]) == (ANNA, str(BORA))


async def test_a_birth_during_a_sale_belongs_to_one_of_them(stable, yard, outsider, somebody_waits):
    dam = await stable.dam(owner=ANNA)
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", dam)
        both = asyncio.gather(stable.bear(dam), yard.sell(dam, BORA, seller=ANNA))
        await somebody_waits()
    answer = (await both)[0].json()
    outcome = answer.get("why") or [lamb["owner_id"] for lamb in answer["offspring"]]
    assert outcome in ([str(ANNA)], ["changed_hands"])  # she owned the dam when it was born, or the sale came first


async def test_breed_may_be_given_and_a_price_by_two(stable, yard):
    dam = await stable.dam()
    breed = await yard.add("livestock-breeds", livestock_type_id=yard.type_id, name="Crossbred")
    price = {"amount": "6.10", "currency": "EUR"}
    lamb = stable.lamb(breed_id=breed, price_per_kg=price, tag_number="DEAR")
    assert await stable.refused(dam, lamb) == ["price"]
    assert (await stable.propose(dam, lamb)).status_code == 200
    [shown] = [each for each in (await yard.get("my-livestock", ANNA)).json()["items"] if each["tag_number"] == "DEAR"]
    assert (shown["breed_name"], shown["price_per_kg"]) == ("Crossbred", price)


async def test_a_breed_must_exist_and_be_of_the_dams_type(stable, yard):
    dam = await stable.dam()
    goats = await yard.add("livestock-types", name="Goat")
    boer = await yard.add("livestock-breeds", livestock_type_id=goats, name="Boer")
    for breed, code in [(boer, "other_livestock_type"), (str(new_id()), "unknown_breed")]:
        answer = await stable.bear(dam, stable.lamb(breed_id=breed))
        assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_offspring_take_places_all_or_none(stable, yard):
    small = await yard.add_farm("Three Pens", capacity=3)
    await yard.hire(yard.hand, small)
    dam = await yard.register(farm_id=small)
    answer = await stable.bear(dam, *(stable.lamb() for _ in range(3)))
    assert (answer.status_code, answer.json()["code"]) == (409, "farm_full")
    assert (await yard.get(f"farms/{small}")).json()["current_occupancy"] == 1
    answers = await asyncio.gather(*(stable.bear(dam, stable.lamb(), stable.lamb()) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert (await yard.get(f"farms/{small}")).json()["current_occupancy"] == 3


async def test_a_birth_sent_twice_is_one_birth(stable, yard, rig):
    dam, lamb = await stable.dam(), stable.lamb()
    answers = await asyncio.gather(*(stable.bear(dam, lamb) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 2
    twins = await stable.bear(await stable.dam(), stable.lamb(tag_number="T"), stable.lamb(tag_number="T"))
    assert twins.json()["code"] == "tag_number_taken"
    assert len(await rig.events(LivestockBorn)) == 1


async def test_only_the_farms_people_record_births(stable):
    dam = await stable.dam()
    for role in ["investor", "gamer"]:
        assert (await stable.bear(dam, role=role)).json()["code"] == "forbidden"
    for role in ["farm_staff", "veterinarian", "admin"]:
        assert (await stable.bear(await stable.dam(), role=role)).status_code == 201
    stable.yard.hand = new_id()
    assert (await stable.bear(dam)).json()["code"] == "other_farm"


async def test_who_cannot_have_borne_has_not(stable, yard):
    newborn = clock.now().date().isoformat()
    dead = await yard.register()
    await yard.die(dead)
    for dam in [await yard.register(sex="male"), await yard.register(date_of_birth=newborn), dead]:
        assert (await stable.bear(dam)).json()["code"] == "not_a_dam"
    assert (await stable.bear(new_id())).json()["code"] == "livestock_not_found"
    assert (await stable.bear(await yard.register(date_of_birth=None))).status_code == 201


@pytest.mark.parametrize(
    ("born_at", "status", "code"),
    [
        ("9999-12-31T23:59:59Z", 422, "born_in_future"),
        ("9999-12-31T23:59:59-14:00", 422, "invalid_request"),
        ("0001-01-01T00:00:00Z", 409, "not_a_dam"),
        ("0001-01-01T00:00:00+14:00", 422, "invalid_request"),
        ("2026-01-01T00:00:00Z", 409, "born_before_dam_came"),
        ("2026-01-01T00:00:00", 422, "invalid_request"),
    ],
)
async def test_a_birth_is_when_it_can_have_been(stable, born_at, status, code):
    answer = await stable.bear(await stable.dam(), born_at=born_at)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("count", [0, 21])
async def test_a_litter_has_bounds(stable, count):
    answer = await stable.bear(await stable.dam(), offspring=[stable.lamb() for _ in range(count)])
    assert answer.json()["code"] == "invalid_request"


async def test_a_herd_is_not_made_of_one_ewe_by_one_person(stable, yard, rig):
    dam = await stable.dam()
    assert await stable.refused(dam, *(stable.lamb() for _ in range(20))) == ["litter"]
    assert await stable.refused(dam, stable.lamb(weight_kg="60.00")) == ["newborn_weight"]
    assert (await stable.bear(dam)).status_code == 201
    assert await stable.refused(dam) == ["interval"]
    clock.set_offset(timedelta(days=149))
    assert await stable.refused(dam) == ["interval"]
    clock.set_offset(timedelta(days=151))
    assert (await stable.bear(dam)).status_code == 201
    assert len(await rig.events(LivestockBorn)) == 2


async def test_a_dam_that_is_very_young_needs_a_second_person(stable, yard):
    young = (clock.now() - timedelta(days=179)).date().isoformat()
    assert await stable.refused(await yard.register(date_of_birth=young)) == ["dam_age"]


async def test_a_large_litter_that_a_second_person_approves_may_be_sold_at_once(stable, yard, barn):
    dam = await stable.dam()
    assert (await stable.propose(dam, *(stable.lamb() for _ in range(6)))).status_code == 200
    lambs = [each for each in (await yard.get("my-livestock", ANNA)).json()["items"] if each["id"] != str(dam)]
    assert [await barn.status(lamb["id"]) for lamb in lambs] == [[]] * 6


async def test_what_speaks_against_a_birth_speaks_against_its_proposal(stable, yard, rig):
    ram, taken = await yard.register(sex="male"), (await yard.get(f"livestock/{await yard.register()}")).json()
    assert (await stable.propose(ram)).json()["code"] == "not_a_dam"
    dam = await stable.dam()
    clash = await stable.propose(dam, *(stable.lamb(tag_number=taken["tag_number"]) for _ in range(5)))
    assert clash.json()["code"] == "tag_number_taken"
    waiting = (await yard.get("admin/farm/proposals?state=open", yard.admin, "admin")).json()["items"]
    assert [each["kind"] for each in waiting] == ["birth.record"]
    yard.hand = await rig.is_known(new_id(), role="farm_staff")
    assert (await stable.propose(dam)).json()["code"] == "other_farm"


async def test_offspring_are_sold_when_somebody_else_has_confirmed_them(stable, yard, barn, rig):
    yard.hand = await rig.is_known(new_id(), role="veterinarian")
    birth = (await stable.bear(await stable.dam(), stable.lamb(), stable.lamb(), role="veterinarian")).json()
    lambs = [lamb["id"] for lamb in birth["offspring"]]
    assert [await barn.status(lamb) for lamb in lambs] == [[("unconfirmed", None)]] * 2
    own = await stable.confirm(birth["id"], by=yard.hand)
    assert (own.status_code, own.json()["code"]) == (403, "own_record")
    theirs = await stable.confirm(birth["id"], by=await rig.is_known(ANNA, role="veterinarian"))
    assert (theirs.status_code, theirs.json()["code"]) == (403, "own_animal")
    newcomer = await rig.is_known(new_id(), role="admin", decides_from=clock.now() + timedelta(days=1))
    early = await stable.confirm(birth["id"], by=newcomer, role="admin")
    assert (early.status_code, early.json()["code"]) == (403, "decision_does_not_count")
    waiting = (await yard.get("staff/births", yard.hand, "veterinarian")).json()["items"]
    assert [each["id"] for each in waiting] == [birth["id"]]
    for _ in range(2):
        assert (await stable.confirm(birth["id"])).status_code == 200
    assert [await barn.status(lamb) for lamb in lambs] == [[]] * 2
    assert (await yard.get("staff/births", yard.hand, "veterinarian")).json()["items"] == []
    await yard.sell(lambs[0], BORA, seller=ANNA)
    assert (await yard.get(f"livestock/{lambs[0]}", BORA)).json()["owner_id"] == str(BORA)
    assert (await stable.confirm(new_id())).json()["code"] == "birth_not_found"


async def test_an_animal_that_nobody_has_confirmed_neither_leaves_nor_is_insured(stable, yard, rig):
    [lamb] = (await stable.bear(await stable.dam())).json()["offspring"]
    await yard.die(lamb["id"])
    death = (await yard.get(f"livestock/{lamb['id']}/death", ANNA)).json()["id"]
    vet = {"user": await rig.is_known(new_id(), role="veterinarian"), "role": "veterinarian"}
    findings = {"death_id": death, "findings": "Nothing left."}
    assert (await yard.change("POST", f"livestock/{lamb['id']}/death/confirm", findings, **vet)).status_code == 200
    asked = {"amount": {"amount": "10.00", "currency": "USD"}}
    claim = await yard.change("POST", f"livestock/{lamb['id']}/insurance-claim", asked, user=ANNA)
    path = f"admin/insurance-claims/{claim.json()['id']}/approve"
    refused = await yard.change("POST", path, {"payout": asked["amount"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "birth_unconfirmed")
