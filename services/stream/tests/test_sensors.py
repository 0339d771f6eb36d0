"""Sensors and readings over HTTP."""

from datetime import datetime, timedelta
from typing import Any

import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.readings.invariants import INVARIANTS
from stream.settings import Settings


def reading(value: float = 21.5, *, sensor: str = "barn", ago: float = 0, **values: Any) -> dict[str, Any]:
    at = clock.now() - timedelta(seconds=ago)
    return {"sensor": sensor, "type": "temperature", "value": value, "recorded_at": at.isoformat()} | values


async def send(machine: Machine, *readings: dict[str, Any]) -> httpx.Response:
    return await machine.send("POST", "jetson/sensor-readings", {"readings": list(readings)})


async def results(machine: Machine, *readings: dict[str, Any]) -> list[str]:
    answer = await send(machine, *readings)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["results"])


async def sensors(yard: Yard, **query: Any) -> dict[str, Any]:
    answer = await yard.ask("GET", f"farms/{yard.farm_id}/sensors", by=yard.hand, role="farm_staff")
    assert answer.status_code == 200, answer.text
    return {each["name"]: each for each in answer.json()["items"]}


async def sums(yard: Yard, table: str) -> list[tuple[Any, ...]]:
    rows = await yard.rig.db.fetch(
        f"SELECT began_at, minimum, maximum, total, count FROM reading_{table} ORDER BY sensor_id, began_at"
    )
    return [tuple(row) for row in rows]


async def test_a_sensor_comes_into_being_by_its_first_reading_and_shows_the_newest(yard: Yard) -> None:
    machine = await yard.machine()
    assert await results(machine, reading(20.0, ago=60), reading(21.0, ago=1)) == ["stored", "stored"]
    assert await results(machine, reading(10.0, ago=600)) == ["stored"]
    barn = (await sensors(yard))["barn"]
    assert (barn["type"], barn["unit"], barn["last_value"]) == ("temperature", "°C", 21.0)
    assert barn["device_id"] == str(machine.id)


async def test_sending_readings_again_has_no_effect(yard: Yard) -> None:
    machine, once = await yard.machine(), [reading(20.0, ago=5), reading(22.0, ago=4)]
    assert await results(machine, *once, once[0]) == ["stored", "stored", "duplicate"]
    before = await sums(yard, "hours"), await sums(yard, "days"), await sensors(yard)
    assert await results(machine, *once) == ["duplicate", "duplicate"]
    assert (await sums(yard, "hours"), await sums(yard, "days"), await sensors(yard)) == before


async def test_late_readings_are_summed_by_their_own_hour_and_day(yard: Yard) -> None:
    machine, noon = await yard.machine(), clock.now().replace(hour=12, minute=0, second=0, microsecond=0)
    day = noon - timedelta(days=3)
    at = [day, day + timedelta(minutes=59), day + timedelta(hours=1)]
    await results(machine, *[reading(v, recorded_at=t.isoformat()) for v, t in zip((1.0, 3.0, 8.0), at, strict=True)])
    await results(machine, reading(2.0, recorded_at=(day + timedelta(minutes=1)).isoformat()))
    assert await sums(yard, "hours") == [(day, 1, 3, 6, 3), (at[2], 8, 8, 8, 1)]
    assert await sums(yard, "days") == [(day.replace(hour=0), 1, 8, 14, 4)]


async def test_alarms_are_told_from_when_on_to_judge(yard: Yard) -> None:
    machine, first, earlier = await yard.machine(), reading(ago=10), reading(ago=900)
    for each in (first, earlier):
        await results(machine, each)
    [row] = await yard.rig.db.fetch("SELECT unjudged_from FROM sensors")
    assert row["unjudged_from"] == datetime.fromisoformat(earlier["recorded_at"])


async def test_each_reading_is_refused_by_its_own_code_and_keeps_no_other_out(yard: Yard) -> None:
    machine = await yard.machine()
    await results(machine, reading(sensor="fridge"))
    tried = {
        "unknown_type": reading(type="mood"),
        "unknown_unit": reading(unit="furlong"),
        "implausible": reading(999.0),
        "in_future": reading(ago=-3600),
        "too_old": reading(ago=91 * 86_400),
        "other_type": reading(sensor="fridge", type="humidity"),
        "stored": reading(),
    }
    assert await results(machine, *tried.values()) == list(tried)
    refused = (await yard.as_admin("GET", f"admin/refused-readings?device_id={machine.id}")).json()["items"]
    assert sorted(each["code"] for each in refused) == sorted(set(tried) - {"stored"})
    assert await sums(yard, "days") != []
    assert set(await sensors(yard)) == {"fridge", "barn"}


async def test_known_units_are_converted_to_that_of_the_type(yard: Yard) -> None:
    machine = await yard.machine()
    sent = [
        reading(98.6, sensor="f", unit="°F"),
        reading(273.15, sensor="k", unit="K"),
        reading(1.5, sensor="p", type="power", unit="kW"),
    ]
    assert await results(machine, *sent) == ["stored"] * 3
    found = await sensors(yard)
    assert [(found[name]["last_value"], found[name]["unit"]) for name in "fkp"] == [
        (37.0, "°C"),
        (0.0, "°C"),
        (1500.0, "W"),
    ]


async def test_a_state_is_a_whole_number(yard: Yard) -> None:
    door = {"sensor": "door", "type": "door"}
    machine = await yard.machine()
    assert await results(machine, reading(1, **door), reading(0.5, ago=1, **door)) == ["stored", "implausible"]


async def test_a_device_makes_no_more_sensors_than_it_may(yard: Yard) -> None:
    machine = await yard.machine()
    given = [
        await results(machine, *[reading(sensor=f"s{n}") for n in range(start, start + 150)]) for start in (0, 150)
    ]
    assert given[0] == ["stored"] * 150
    assert given[1] == ["stored"] * 50 + ["too_many_sensors"] * 100


async def test_what_is_no_reading_is_refused_as_a_whole(yard: Yard) -> None:
    machine = await yard.machine()
    bodies: list[Any] = [
        {"readings": []},
        {"readings": [reading()] * 1001},
        {"readings": [reading(value="21")]},
        {"readings": [reading(recorded_at=1_700_000_000)]},
        {"readings": [reading(sensor="\u0000")]},
        {"readings": [reading(colour="red")]},
        {"readings": [reading(value=1e300)]},
    ]
    for body in bodies:
        assert (await machine.send("POST", "jetson/sensor-readings", body)).status_code == 422
    text = '{"readings": [{"sensor": "a", "type": "temperature", "value": NaN, "recorded_at": "2026-01-01T00:00:00Z"}]}'
    headers = {"content-type": "application/json"}
    answer = await machine.send("POST", "jetson/sensor-readings", content=text, headers=headers)
    assert answer.status_code == 422


async def test_a_thousand_readings_fit_into_one_request(yard: Yard) -> None:
    machine = await yard.machine()
    many = [reading(float(n % 50), sensor="s" * 90 + str(n % 9), ago=float(n)) for n in range(1000)]
    assert await results(machine, *many) == ["stored"] * 1000


async def test_nobody_but_a_device_sends_readings(yard: Yard) -> None:
    machine = await yard.machine()
    machine.secret = "wrong"
    assert (await send(machine, reading())).status_code == 401
    for role, by in (("admin", yard.admin), ("farm_staff", yard.hand)):
        body = {"readings": [reading()]}
        assert (await yard.ask("POST", "jetson/sensor-readings", body, by=by, role=role)).status_code == 401


async def test_readings_of_two_devices_with_the_same_name_are_of_two_sensors(yard: Yard) -> None:
    at = reading()
    for machine in (await yard.machine(), await yard.machine()):
        assert await results(machine, at) == ["stored"]
    assert len(await yard.rig.db.fetch("SELECT FROM sensors")) == 2


async def test_on_another_farm_a_device_has_other_sensors_and_what_comes_late_stays_with_the_first(yard: Yard) -> None:
    machine, farm_id = await yard.machine(), await yard.farm(new_id(), staff=[])
    yard.rig.context.use(Settings(credential_cache=timedelta()))
    assert await results(machine, reading(ago=9)) == ["stored"]
    body = {"name": "Barn device", "farm_id": str(farm_id), "capabilities": [], "version": 1}
    assert (await yard.as_admin("PUT", f"admin/jetson/devices/{machine.id}", body)).status_code == 200
    assert await results(machine, reading(), reading(ago=8)) == ["stored", "stored"]
    counted = "SELECT farm_id, count FROM sensors JOIN reading_days ON sensor_id = id ORDER BY id"
    rows = await yard.rig.db.fetch(counted)
    assert [(row["farm_id"], row["count"]) for row in rows] == [(yard.farm_id, 2), (farm_id, 1)]


async def test_staff_of_another_farm_and_owners_see_no_list_of_a_farm(yard: Yard) -> None:
    other = new_id()
    await yard.farm(new_id(), staff=[other])
    for by, role in ((other, "farm_staff"), (yard.owner, "investor"), (new_id(), "veterinarian")):
        answer = await yard.ask("GET", f"farms/{yard.farm_id}/sensors", by=by, role=role)
        assert answer.status_code == 403


async def test_an_administrator_adds_a_sensor_and_says_where_it_is(yard: Yard) -> None:
    machine = await yard.machine()
    wanted = {"device_id": str(machine.id), "name": "barn", "type": "temperature", "area_id": None}
    added = await yard.as_admin("POST", "admin/sensors", wanted)
    assert added.status_code == 201, added.text
    assert (await yard.as_admin("POST", "admin/sensors", wanted)).json()["code"] == "sensor_exists"
    assert (await yard.as_admin("POST", "admin/sensors", wanted | {"type": "mood"})).json()["code"] == (
        "unknown_sensor_type"
    )
    strange = wanted | {"device_id": str(new_id())}
    assert (await yard.as_admin("POST", "admin/sensors", strange)).json()["code"] == "unknown_device"
    place = {"area_id": str(yard.area_id)}
    placed = await yard.as_admin("PUT", f"admin/sensors/{added.json()['id']}", place)
    assert placed.json()["area_id"] == str(yard.area_id)
    assert await results(machine, reading()) == ["stored"]
    assert (await sensors(yard))["barn"]["id"] == added.json()["id"]
    assert [each["action"] for each in await yard.rig.told()] == ["sensor.added", "sensor.changed"]


async def test_administrators_declare_types(yard: Yard) -> None:
    wanted = {"name": "ammonia", "kind": "gauge", "unit": "ppm", "minimum": 0.0, "maximum": 500.0}
    added = await yard.as_admin("POST", "admin/sensor-types", wanted)
    assert added.status_code == 201, added.text
    assert (await yard.as_admin("POST", "admin/sensor-types", wanted)).json()["code"] == "sensor_type_exists"
    path, machine = f"admin/sensor-types/{added.json()['id']}", await yard.machine()
    assert await results(machine, reading(600.0, type="ammonia")) == ["implausible"]
    wider = {"minimum": 0.0, "maximum": 1000.0, "version": 1}
    assert (await yard.as_admin("PUT", path, wider)).json()["version"] == 2
    assert (await yard.as_admin("PUT", path, wider)).json()["code"] == "version_conflict"
    assert await results(machine, reading(600.0, type="ammonia")) == ["stored"]
    assert (await yard.as_admin("DELETE", path)).json()["code"] == "sensor_type_in_use"
    upside_down = wanted | {"name": "x", "minimum": 2.0, "maximum": 1.0}
    assert (await yard.as_admin("POST", "admin/sensor-types", upside_down)).status_code == 422
    unused = await yard.as_admin("POST", "admin/sensor-types", wanted | {"name": "dust"})
    assert (await yard.as_admin("DELETE", f"admin/sensor-types/{unused.json()['id']}")).status_code == 204


async def test_a_year_of_days_ends_without_its_readings(yard: Yard) -> None:
    machine = await yard.machine()
    await results(machine, reading(ago=86_400 * 30.0))
    clock.set_offset(timedelta(days=4 * 365))
    await yard.rig.run_job("trim_sums_of_readings")
    assert (len(await sums(yard, "hours")), len(await sums(yard, "days"))) == (0, 1)


async def test_a_day_that_is_not_its_hours_is_noticed(yard: Yard) -> None:
    machine = await yard.machine()
    await results(machine, reading(ago=1), reading(ago=7200))

    async def broken() -> int:
        return len(await yard.rig.db.fetch(INVARIANTS[0].sql))

    assert await broken() == 0
    await yard.rig.db.fetch("UPDATE reading_hours SET count = count + 1")
    assert await broken() > 0
