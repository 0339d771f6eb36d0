"""What owners and the farm's people see of an animal's meals: what is planned, eaten and paid, and what came of it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockWeighed
from amigok_contracts.money import Money


@pytest.fixture
def owner():
    return new_id()


@pytest.fixture
async def ewe(barn, owner):
    return await barn.animal(owner)


def ago(**span):
    return clock.now() - timedelta(**span)


async def weigh(barn, animal, kg, at, *, gain=None, supersedes=None):
    weighed = LivestockWeighed(
        livestock_id=animal,
        weighing_id=new_id(),
        measured_at=at,
        measured_kg=Decimal(kg),
        weight_kg=Decimal(kg),
        value=Money(amount="1.00", currency="USD"),
        weighed_at=at,
        daily_gain_kg=gain,
        supersedes_id=supersedes,
    )
    await barn.rig.deliver(barn.versioned(weighed))
    return weighed.weighing_id


async def history(barn, animal, user, role="investor", **query):
    extra = "&".join(f"{name}={value.isoformat().replace('+00:00', 'Z')}" for name, value in query.items())
    return await barn.rig.request("GET", f"/api/v1/livestock/{animal}/feeding-history?{extra}", user=user, role=role)


async def eats(barn, animal, version, *, days, **values):
    """A meal a day for so many days, each of 2 kg, logged by the farm."""
    for day in range(1, days + 1):
        meal = await barn.meal(animal, version, due=ago(days=day), **values)
        [verdict] = await barn.bulk(barn.fed(animal, meal, fed_at=ago(days=day)))
        assert verdict["code"] is None


async def test_the_schedule_lists_the_planned_meals_with_the_ration_of_now(barn, ewe, owner):
    version = await barn.package(ration_percent=Decimal(4))
    await barn.meal(ewe, version)
    later, soon = [await barn.meal(ewe, version, due=clock.now() + timedelta(hours=at)) for at in (9, 3)]
    path = f"/api/v1/livestock/{ewe}/feeding-schedule"
    page = (await barn.rig.request("GET", f"{path}?limit=1", user=owner)).json()
    rest = (await barn.rig.request("GET", f"{path}?limit=1&cursor={page['next_cursor']}", user=owner)).json()
    assert [item["meal_id"] for item in page["items"] + rest["items"]] == [str(soon), str(later)]
    assert (page["items"][0]["ration_kg"], page["items"][0]["weight"]) == ("1.200", "measured")
    assert page["items"][0]["ingredients"] == ["Barley", "Hay"]
    assert (await barn.rig.request("GET", path, user=new_id())).json()["code"] == "livestock_not_found"


async def test_the_history_says_what_was_eaten_and_paid(barn, ewe, owner):
    version = await barn.package()
    period = await barn.period(ewe, owner, version)
    await eats(barn, ewe, version, days=2, period_id=period, owner_id=owner, price_minor=150, currency="USD")
    refused = await barn.meal(ewe, version)
    await barn.bulk(barn.fed(ewe, refused, outcome="refused", reason="Does not chew"))
    found = (await history(barn, ewe, owner)).json()
    assert [(item["state"], item["kg"], item["reason"]) for item in found["items"]] == [
        ("refused", "0.000", "Does not chew"),
        ("fed", "2.000", None),
        ("fed", "2.000", None),
    ]
    summary = found["summary"]
    assert (summary["fed"], summary["refused"], summary["eaten_kg"]) == (2, 1, "4.000")
    assert summary["cost"] == [{"amount": "3.00", "currency": "USD"}]


async def test_an_owner_sees_the_time_in_which_they_owned_the_animal(barn, ewe, owner):
    buyer, version = new_id(), await barn.package()
    await eats(barn, ewe, version, days=5)
    await barn.sell(ewe, by=owner, to=buyer, ago=timedelta(days=2, hours=12))
    seen = [len((await history(barn, ewe, user)).json()["items"]) for user in (owner, buyer)]
    assert seen == [3, 2]
    assert len((await history(barn, ewe, barn.hand, "farm_staff")).json()["items"]) == 5
    assert len((await history(barn, ewe, new_id(), "veterinarian")).json()["items"]) == 5
    elsewhere = new_id()
    await barn.open(new_id(), elsewhere)
    assert (await history(barn, ewe, elsewhere, "farm_staff")).status_code == 404
    schedule = await barn.rig.request("GET", f"/api/v1/livestock/{ewe}/feeding-schedule", user=owner)
    assert schedule.json() == {"items": [], "next_cursor": None}


async def test_feed_conversion_is_feed_for_each_kg_of_gain_between_two_weights(barn, ewe, owner):
    await eats(barn, ewe, await barn.package(), days=12)
    await weigh(barn, ewe, "60.00", ago(days=10, hours=12))
    wrong = await weigh(barn, ewe, "99.00", ago(hours=13))
    await weigh(barn, ewe, "62.00", ago(hours=12), supersedes=wrong)
    found = (await history(barn, ewe, owner)).json()["summary"]["conversion"]
    assert (found["eaten_kg"], found["gain_kg"], found["ratio"]) == ("20.000", "2.00", "10.00")
    assert not found["is_estimated"]


async def test_feed_conversion_says_that_it_rests_on_an_estimate(barn, ewe, owner):
    await weigh(barn, ewe, "60.00", ago(days=10), gain=Decimal("0.1"))
    await eats(barn, ewe, await barn.package(ration_percent=Decimal(4)), days=8)
    found = (await history(barn, ewe, owner)).json()["summary"]["conversion"]
    assert (found["gain_kg"], found["is_estimated"]) == ("1.00", True)
    assert (await history(barn, ewe, owner, until=ago(days=50))).json()["summary"]["conversion"] is None
