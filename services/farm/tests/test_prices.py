"""What animals cost, and since when."""

import asyncio

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockPriced


def usd(amount):
    return {"amount": amount, "currency": "USD"}


async def price(yard, animal, new, old="4.80", **changes):
    body = {"price_per_kg": usd(new), "expected_price_per_kg": usd(old), "reason": "Market of the week", **changes}
    return await yard.change("PUT", f"admin/livestock/{animal}/price", body)


async def test_a_new_price_is_history_and_is_announced(yard, rig):
    animal = await yard.register()
    answer = (await price(yard, animal, "5.00")).json()
    assert (answer["price_per_kg"], answer["value"], answer["version"]) == (usd("5.00"), usd("312.50"), 2)
    [event] = await rig.events(LivestockPriced)
    assert (event.price_per_kg, event.value) == (
        Money(amount="5.00", currency="USD"),
        Money(amount="312.50", currency="USD"),
    )
    public = (await yard.get(f"livestock/{animal}/prices")).json()["items"]
    assert [(row["price_per_kg"]["amount"], set(row)) for row in public] == [
        ("5.00", {"price_per_kg", "since"}),
        ("4.80", {"price_per_kg", "since"}),
    ]
    seen = (await yard.get(f"livestock/{animal}/prices", yard.admin, "admin")).json()["items"]
    assert [(row["set_by"], row["reason"]) for row in seen] == [(str(yard.admin), "Market of the week"), (None, None)]
    assert "set_by" not in (await yard.get(f"livestock/{animal}/prices", new_id(), "farm_staff")).text


async def test_of_two_prices_at_once_one_is_told_that_the_price_changed(yard):
    animal = await yard.register()
    answers = await asyncio.gather(*(price(yard, animal, f"5.{n}0") for n in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5
    refused = next(answer.json() for answer in answers if answer.status_code == 409)
    now = (await yard.get(f"livestock/{animal}")).json()["price_per_kg"]
    assert (refused["code"], refused["price_per_kg"]) == ("price_changed", now)
    assert len((await yard.get(f"livestock/{animal}/prices")).json()["items"]) == 2


async def test_the_same_price_does_nothing(yard, rig):
    animal = await yard.register()
    assert (await price(yard, animal, "4.80")).json()["version"] == 1
    assert await rig.events(LivestockPriced) == []
    assert len((await yard.get(f"livestock/{animal}/prices")).json()["items"]) == 1


async def test_a_price_in_another_currency_is_another_price(yard):
    animal = await yard.register()
    euros = {"amount": "4.80", "currency": "EUR"}
    wrong = await price(yard, animal, "5.00", expected_price_per_kg=euros)
    assert wrong.json()["code"] == "price_changed"
    assert (await price(yard, animal, "0", price_per_kg=euros)).json()["value"] == {
        "amount": "300.00",
        "currency": "EUR",
    }


@pytest.mark.parametrize("odd", ["0.00", "-1.00", "1000000.01", "4.805", "NaN", "", "1e3"])
async def test_odd_prices_are_refused(yard, odd):
    assert (await price(yard, new_id(), odd)).json()["code"] == "invalid_request"


async def test_a_price_needs_an_animal_and_a_reason(yard, rig):
    missing = await price(yard, new_id(), "5.00")
    assert (missing.status_code, missing.json()["code"]) == (404, "livestock_not_found")
    assert (await yard.get(f"livestock/{new_id()}/prices")).status_code == 404
    animal = await yard.register()
    for reason in ["", " ", None, "x" * 201, "a\x00"]:
        assert (await price(yard, animal, "5.00", reason=reason)).status_code == 422
    await rig.db.fetch("UPDATE livestock SET status = 'removed'")
    assert (await price(yard, animal, "5.00")).json()["code"] == "livestock_gone"
