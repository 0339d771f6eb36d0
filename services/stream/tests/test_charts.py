"""Charts of sensors, and who sees them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from services.stream.tests.test_sensors import reading, results, sensors
from stream.charts.resolutions import LONGEST, finest


async def sensor(yard: Yard, *readings: dict[str, Any], in_area: bool = False, name: str = "barn") -> str:
    """The id of a sensor with these readings, each of it."""
    machine = await yard.machine()
    sent = [each | {"sensor": name} for each in readings or [reading()]]
    assert set(await results(machine, *sent)) == {"stored"}
    id = str((await sensors(yard))[name]["id"])
    if in_area:
        await yard.as_admin("PUT", f"admin/sensors/{id}", {"area_id": str(yard.area_id)})
    return id


async def see(yard: Yard, id: str, by: UUID, role: str = "investor", **query: Any) -> httpx.Response:
    path = f"sensors/{id}/readings?" + str(httpx.QueryParams({name.strip("_"): v for name, v in query.items()}))
    return await yard.ask("GET", path, by=by, role=role)


def at(moment: datetime) -> str:
    return moment.isoformat()


async def test_a_chart_has_readings_hours_or_days(yard: Yard) -> None:
    noon = (clock.now() - timedelta(days=2)).replace(hour=12, minute=0, second=0, microsecond=0)
    sent = [reading(v, recorded_at=at(noon + timedelta(minutes=m))) for v, m in ((1.0, 0), (3.0, 30), (8.0, 60))]
    id = await sensor(yard, *sent)
    query = {"from_": at(noon.replace(hour=0)), "until": at(noon.replace(hour=0) + timedelta(days=1))}
    found = {}
    for resolution in ("raw", "hour", "day"):
        answer = (await see(yard, id, yard.hand, "farm_staff", resolution=resolution, **query)).json()
        assert (answer["unit"], answer["next_from"], answer["since"]) == ("°C", None, None)
        found[resolution] = [(p["minimum"], p["maximum"], p["mean"], p["count"]) for p in answer["points"]]
    assert found["raw"] == [(1, 1, 1, 1), (3, 3, 3, 1), (8, 8, 8, 1)]
    assert found["hour"] == [(1, 3, 2, 2), (8, 8, 8, 1)]
    assert found["day"] == [(1, 8, 4, 3)]
    assert (await see(yard, id, yard.hand, "farm_staff", **query)).json()["resolution"] == "hour"


async def test_a_chart_with_many_readings_goes_on_where_it_ended(yard: Yard) -> None:
    id = await sensor(yard, *[reading(ago=float(n)) for n in range(1000)])
    machine_rows = await yard.rig.db.fetch("SELECT recorded_at FROM readings ORDER BY 1 LIMIT 1")
    await yard.rig.db.fetch(
        "INSERT INTO readings SELECT $1, $2::timestamptz + n * interval '1 ms', 1 FROM generate_series(1, 1500) AS n",
        UUID(id),
        machine_rows[0]["recorded_at"],
    )
    first = (await see(yard, id, yard.admin, "admin", resolution="raw")).json()
    rest = (await see(yard, id, yard.admin, "admin", resolution="raw", from_=first["next_from"])).json()
    assert (len(first["points"]), len(rest["points"]), rest["next_from"]) == (2000, 500, None)


@pytest.mark.parametrize(("resolution", "days"), [("raw", 8), ("hour", 94), ("day", 3661)])
async def test_no_chart_is_longer_than_its_resolution_allows(yard: Yard, resolution: str, days: int) -> None:
    id, end = await sensor(yard), clock.now()
    query = {"until": at(end), "resolution": resolution}
    refused = await see(yard, id, yard.admin, "admin", from_=at(end - timedelta(days=days)), **query)
    assert (refused.json()["code"], refused.json()["longest_days"]) == ("range_too_long", days - 1)
    assert (await see(yard, id, yard.admin, "admin", from_=at(end), **query)).json()["code"] == "range_empty"
    assert (await see(yard, id, yard.admin, "admin", from_=at(end - timedelta(days=days - 1)), **query)).is_success


def test_whatever_the_time_auto_has_few_points() -> None:
    for hours in (1, 6, 7, 24 * 31, 24 * 32, 24 * 3660):
        assert timedelta(hours=hours) <= LONGEST[finest(timedelta(hours=hours))]


async def test_an_owner_sees_the_air_around_their_animal_from_when_on_it_is_theirs(yard: Yard) -> None:
    livestock_id = await yard.animal(since=clock.now() - timedelta(hours=2))
    id = await sensor(yard, reading(1.0, ago=9000), reading(2.0, ago=3600), in_area=True)
    assert (await see(yard, id, yard.owner)).status_code == 404
    await yard.place(livestock_id)
    seen = (await see(yard, id, yard.owner, resolution="raw")).json()
    assert [point["mean"] for point in seen["points"]] == [2.0]
    listed = await yard.ask("GET", f"livestock/{livestock_id}/sensors", by=yard.owner)
    assert [each["id"] for each in listed.json()["items"]] == [id]


async def test_a_former_owner_and_a_stranger_see_nothing(yard: Yard) -> None:
    livestock_id, buyer = await yard.animal(), new_id()
    await yard.place(livestock_id)
    id = await sensor(yard, in_area=True)
    await yard.sell(livestock_id, buyer)
    assert (await see(yard, id, buyer)).is_success
    for who in (yard.owner, yard.stranger):
        answer = await see(yard, id, who)
        assert (answer.status_code, answer.json()["code"]) == (404, "sensor_not_found")
        assert (await see(yard, str(new_id()), who)).json()["code"] == "sensor_not_found"
    assert (await yard.ask("GET", f"livestock/{livestock_id}/sensors", by=yard.stranger)).status_code == 404
    assert (await yard.ask("GET", f"livestock/{livestock_id}/sensors", by=yard.owner)).json()["items"] == []


async def test_owners_see_neither_doors_nor_power_nor_where_a_device_is(yard: Yard) -> None:
    livestock_id = await yard.animal()
    await yard.place(livestock_id)
    for kind in ("power", "door", "latitude"):
        id = await sensor(yard, reading(1.0, type=kind), in_area=True, name=kind)
        assert (await see(yard, id, yard.owner)).status_code == 404
    assert (await yard.ask("GET", f"livestock/{livestock_id}/sensors", by=yard.owner)).json()["items"] == []


async def test_an_animal_that_is_gone_shows_no_air(yard: Yard) -> None:
    livestock_id = await yard.animal()
    await yard.place(livestock_id)
    id = await sensor(yard, in_area=True)
    await yard.die(livestock_id)
    assert (await see(yard, id, yard.owner)).status_code == 404


async def test_staff_see_sensors_of_their_own_farm_only(yard: Yard) -> None:
    other = new_id()
    await yard.farm(new_id(), staff=[other])
    id = await sensor(yard)
    assert (await see(yard, id, yard.hand, "farm_staff")).is_success
    assert (await see(yard, id, other, "farm_staff")).status_code == 404
    assert (await see(yard, id, new_id(), "veterinarian")).status_code == 404
