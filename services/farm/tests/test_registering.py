"""How animals come to a farm."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockRegistered
from amigok_contracts.farm_listed import LivestockRegistrationRefused
from amigok_contracts.marketplace_listings import LivestockRegistrationRequested
from farm.livestock.valuation import value_of


async def test_a_registered_animal_is_the_platforms_and_is_announced(yard, rig):
    response = await yard.post("livestock", **yard.sheep(weight_kg=62.5))
    animal = response.json()
    assert response.status_code == 201
    assert animal["owner_id"] is None
    assert animal["status"] == "available"
    assert (animal["type_name"], animal["breed_name"], animal["farm_name"]) == ("Sheep", "Merino", "Göynük Farm")
    assert animal["livestock_type_id"] == yard.type_id
    assert animal["weight_kg"] == "62.50"
    assert animal["value"] == {"amount": "300.00", "currency": "USD"}

    [event] = await rig.events(LivestockRegistered)
    assert str(event.livestock_id) == animal["id"]
    assert event.owner_id is None
    assert (event.type_name, event.breed_name, event.farm_name) == ("Sheep", "Merino", "Göynük Farm")
    assert event.value == Money(amount="300.00", currency="USD")

    [first] = await yard.history(event.livestock_id)
    assert first == {
        "owner_id": None,
        "started_at": animal["registered_at"],
        "ended_at": None,
        "reason": "registered",
        "order_id": None,
        "price": None,
    }


@pytest.mark.parametrize(
    ("weight", "price", "value"),
    [
        ("62.50", "4.80", "300.00"),
        ("0.10", "0.05", "0.00"),
        ("0.50", "0.03", "0.02"),
        ("0.50", "0.05", "0.02"),
        ("41.35", "5.15", "212.95"),
        ("5000.00", "1000000.00", "5000000000.00"),
    ],
)
def test_value_is_weight_times_price_and_a_half_cent_goes_to_the_even_cent(weight, price, value):
    worth = value_of(Decimal(weight), Money(amount=price, currency="EUR"))
    assert worth == Money(amount=value, currency="EUR")


async def test_the_last_place_of_a_farm_is_taken_once(yard, rig):
    small = await yard.add_farm("Two Pens", capacity=2)
    await yard.register(farm_id=small)
    answers = await asyncio.gather(*(yard.post("livestock", **yard.sheep(farm_id=small)) for _ in range(30)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 29
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"farm_full"}
    assert (await yard.get(f"farms/{small}")).json()["current_occupancy"] == 2
    assert len(await yard.pages(f"farms/{small}/livestock", 10)) == 2
    assert len(await rig.events(LivestockRegistered)) == 2


async def test_a_refused_animal_takes_no_place(yard):
    sheep = yard.sheep()
    await yard.add("livestock", **sheep)
    await yard.post("livestock", **sheep)
    assert (await yard.get(f"farms/{yard.farm_id}")).json()["current_occupancy"] == 1


async def test_a_tag_is_worn_by_one_animal_even_when_registered_at_once_in_two_farms(yard):
    other = await yard.add_farm("Karacabey")
    answers = await asyncio.gather(
        *(
            yard.post("livestock", **yard.sheep(farm_id=farm, tag_number="TR-16-000777"))
            for farm in [yard.farm_id, other] * 5
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9
    assert {answer.json()["code"] for answer in answers[1:] + answers[:1] if answer.status_code == 409} == {
        "tag_number_taken"
    }


async def test_an_id_card_belongs_to_one_animal(yard):
    await yard.register(unique_id_card="EID-1")
    refused = await yard.post("livestock", **yard.sheep(unique_id_card="EID-1"))
    assert (refused.status_code, refused.json()["code"]) == (409, "unique_id_card_taken")


async def test_names_are_unique_whatever_their_case(yard):
    for path, body, code in [
        ("livestock-types", {"name": "SHEEP"}, "livestock_type_exists"),
        ("livestock-breeds", {"name": " merino ", "livestock_type_id": yard.type_id}, "livestock_breed_exists"),
        ("farms", {"name": "göynük farm", "latitude": 1, "longitude": 2, "capacity": 3}, "farm_exists"),
    ]:
        refused = await yard.post(path, **body)
        assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_two_types_may_have_breeds_of_one_name(yard):
    goats = await yard.add("livestock-types", name="Goat")
    await yard.add("livestock-breeds", livestock_type_id=goats, name="Merino")


async def test_what_an_animal_belongs_to_must_exist(yard):
    missing = str(yard.admin)
    for path, body, code in [
        ("livestock-breeds", {"name": "Awassi", "livestock_type_id": missing}, "unknown_livestock_type"),
        ("livestock", yard.sheep(farm_id=missing), "unknown_farm"),
        ("livestock", yard.sheep(breed_id=missing), "unknown_breed"),
    ]:
        refused = await yard.post(path, **body)
        assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_an_animal_is_not_born_tomorrow(yard):
    tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
    refused = await yard.post("livestock", **yard.sheep(date_of_birth=tomorrow))
    assert (refused.status_code, refused.json()["code"]) == (422, "born_in_future")


async def test_the_farm_knows_where_it_lies(yard, rig):
    [row] = await rig.db.fetch(
        "SELECT round(ST_Distance(location, ST_Point(29.0, 41.0)::geography) / 1000) AS km FROM farms"
    )
    assert 310 < row["km"] < 330


async def test_no_animal_is_registered_with_a_weight_that_none_of_its_type_has(yard):
    breed = await yard.add("livestock-breeds", livestock_type_id=yard.type_id, name="Dorper", typical_weight_kg="90.00")
    for body in (yard.sheep(weight_kg="1500.01"), yard.sheep(weight_kg="180.01", breed_id=breed)):
        refused = await yard.post("livestock", **body)
        assert (refused.status_code, refused.json()["code"]) == (422, "too_heavy")
    await yard.register(weight_kg="180.00", breed_id=breed)


def wanted_by_the_marketplace(yard, **changes):
    usual = {
        "livestock_id": new_id(),
        "listing_id": new_id(),
        "requested_by": yard.admin,
        "farm_id": yard.farm_id,
        "breed_id": yard.breed_id,
        "tag_number": "UK 7",
        "unique_id_card": "CARD-7",
        "eid": None,
        "sex": "female",
        "date_of_birth": None,
        "weight_kg": "50.00",
        "price_per_kg": {"amount": "4.80", "currency": "USD"},
    }
    return LivestockRegistrationRequested.model_validate(usual | changes)


async def test_what_the_marketplace_lists_from_outside_is_registered_once_under_its_id(yard, rig):
    asked = wanted_by_the_marketplace(yard)
    await rig.deliver(asked, asked)
    [event] = await rig.events(LivestockRegistered)
    assert (event.livestock_id, event.owner_id, event.tag_number) == (asked.livestock_id, None, "UK 7")
    assert (await rig.told())[-1]["action"] == "livestock.registered"
    assert await rig.events(LivestockRegistrationRefused) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"farm_id": new_id()}, "unknown_farm"),
        ({"breed_id": new_id()}, "unknown_breed"),
        ({"weight_kg": "4999"}, "too_heavy"),
        ({"tag_number": "UK;7"}, "invalid"),
        ({"tag_number": "uk-6"}, "tag_number_taken"),
    ],
)
async def test_what_the_farm_does_not_register_for_the_marketplace_it_refuses(yard, rig, changes, reason):
    await rig.deliver(wanted_by_the_marketplace(yard, tag_number="UK 6", unique_id_card="CARD-6"))
    asked = wanted_by_the_marketplace(yard, **changes)
    await rig.deliver(asked)
    assert [(e.livestock_id, e.reason) for e in await rig.events(LivestockRegistrationRefused)] == [
        (asked.livestock_id, reason)
    ]
    assert len(await rig.events(LivestockRegistered)) == 1
