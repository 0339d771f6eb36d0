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
        assert (lamb["status"], lamb["owner_id"], lamb["version"]) == ("assigned", str(ANNA), 1)
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


async def test_the_platforms_offspring_can_be_sold(stable, yard):
    dam = await stable.dam(owner=None)
    [lamb] = (await stable.bear(dam)).json()["offspring"]
    assert (lamb["status"], lamb["owner_id"]) == ("available", None)
    await yard.sell(lamb["id"], ANNA)
    assert (await yard.get(f"livestock/{lamb['id']}", ANNA)).json()["owner_id"] == str(ANNA)


async def test_offspring_of_a_sold_dam_belong_to_whoever_owned_her_then(stable, yard):
    dam = await stable.dam(owner=ANNA)
    then = clock.now()
    clock.set_offset(timedelta(hours=1))
    await yard.sell(dam, BORA, seller=ANNA)
    owners = [(await stable.bear(dam, at=at)).json()["offspring"][0]["owner_id"] for at in (then, clock.now())]
    assert owners == [str(ANNA), str(BORA)]


async def test_a_birth_during_a_sale_belongs_to_one_of_them(stable, yard, outsider, somebody_waits):
    dam = await stable.dam(owner=ANNA)
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR UPDATE", dam)
        both = asyncio.gather(stable.bear(dam), yard.sell(dam, BORA, seller=ANNA))
        await somebody_waits()
    answer, _ = await both
    [lamb] = answer.json()["offspring"]
    assert lamb["owner_id"] == str(ANNA)  # she still owned the dam when the lamb was born


async def test_breed_and_price_may_be_given(stable, yard):
    dam = await stable.dam()
    breed = await yard.add("livestock-breeds", livestock_type_id=yard.type_id, name="Crossbred")
    price = {"amount": "6.10", "currency": "EUR"}
    [lamb] = (await stable.bear(dam, stable.lamb(breed_id=breed, price_per_kg=price))).json()["offspring"]
    assert (lamb["breed_name"], lamb["price_per_kg"]) == ("Crossbred", price)


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
    twins = await stable.bear(dam, stable.lamb(tag_number="T"), stable.lamb(tag_number="T"))
    assert twins.json()["code"] == "tag_number_taken"
    assert len(await rig.events(LivestockBorn)) == 1


async def test_only_the_farms_people_record_births(stable):
    dam = await stable.dam()
    for role in ["investor", "gamer"]:
        assert (await stable.bear(dam, role=role)).json()["code"] == "forbidden"
    for role in ["farm_staff", "veterinarian", "admin"]:
        assert (await stable.bear(dam, role=role)).status_code == 201
    stable.yard.hand = new_id()
    assert (await stable.bear(dam)).json()["code"] == "other_farm"


async def test_who_cannot_have_borne_has_not(stable, yard):
    young = (clock.now() - timedelta(days=179)).date().isoformat()
    dead = await yard.register()
    await yard.die(dead)
    for dam in [await yard.register(sex="male"), await yard.register(date_of_birth=young), dead]:
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
