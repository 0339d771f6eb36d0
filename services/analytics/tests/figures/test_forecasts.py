"""Forecasts of an animal from a herd of the past, and what became of them."""

from datetime import timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockDied
from services.analytics.tests.figures.barns import Barn

ANNA, BEN = new_id(), new_id()


def day(ago: int) -> str:
    return (clock.now() - timedelta(days=ago)).date().isoformat()


def past(barn: Barn, place: int) -> list[Any]:
    """An animal that gained so many kg in 90 days; every tenth died."""
    animal = new_id()
    told = [barn.registered(day(400), animal, "200.00", BEN), barn.weighed(day(300), animal, "40.00", "200.00")]
    if place % 10 == 9:
        died = LivestockDied(livestock_id=animal, death_id=new_id(), owner_id=None, died_at=clock.now())
        when = clock.now() - timedelta(days=250)
        return [*told, (when, died.model_copy(update={"died_at": when}))]
    return [*told, barn.weighed(day(210), animal, f"{40 + place}.00", "260.00")]


async def test_an_animal_is_forecast_in_ranges_from_thirty_others_and_measured_later(barn: Barn) -> None:
    mine = new_id()
    own = [barn.registered(day(300), mine, "200.00", ANNA), barn.weighed(day(1), mine, "40.00", "200.00")]
    await barn.happens(*own, *(event for place in range(29) for event in past(barn, place)))
    path = f"analytics/livestock/{mine}/forecast"
    few = (await barn.get(path, ANNA)).json()
    assert (few["code"], few["needed"], few["found"]) == ("too_few_cases", 30, 29)

    await barn.happens(*past(barn, 29))
    told = await barn.get(path, ANNA)
    assert told.status_code == 200, told.text
    forecast = told.json()
    assert (forecast["cases"], forecast["died"], forecast["mortality"]) == (30, 3, "0.1000")
    assert forecast["weight_kg"] == {"p10": "41.000", "p50": "54.000", "p90": "67.000"}
    assert forecast["value"]["p10"]["amount"] == "0.00"
    assert forecast["result"]["p50"]["amount"] == "60.00"
    assert forecast["calibration"]["share"] is None
    cases = (await barn.rig.request("GET", forecast["explain"], user=ANNA)).json()["items"]
    assert len(cases) == 30
    assert cases[3]["gain_kg"] == "0.000"
    for who in (path, forecast["explain"].removeprefix("/api/v1/")):
        assert (await barn.get(who, new_id())).status_code == 404
    theirs, none = forecast["explain"].removeprefix("/api/v1/"), f"analytics/forecasts/{new_id()}/cases"
    assert (await barn.get(theirs, BEN)).json()["code"] == (await barn.get(none, BEN)).json()["code"]
    assert (await barn.get(path, ANNA)).json()["made_at"] == forecast["made_at"]

    await barn.happens(barn.weighed(day(-90), mine, "60.00", "300.00"))
    clock.set_offset(timedelta(days=92))
    await barn.rig.run_task("settle_forecast")
    [known] = (await barn.get("analytics/forecasts/calibration", ANNA)).json()["items"]
    assert [known[name] for name in ("days", "forecasts", "held", "share")] == [90, 1, 1, "1.0000"]
    assert known["expected_deaths"] == "0.1000"
