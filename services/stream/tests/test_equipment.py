"""Cold-chain equipment: its range, status and sensors; excursions, mean kinetic temperature, logs."""

import io
import math
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_contracts.stream_alarms import ExcursionCorrected, ExcursionEnded, ExcursionWithdrawn
from services.stream.tests.conftest import Yard
from services.stream.tests.gauges import Gauge, make_room
from stream.excursions.kinetics import mean_kinetic_temperature
from stream.excursions.models import EXCURSIONS, Excursion

ISTANBUL = ZoneInfo("Europe/Istanbul")
"""Where the yard is: days of a log are those of the farm."""

FRIDGE: dict[str, Any] = {
    "name": "Vaccine fridge",
    "kind": "refrigerator",
    "manufacturer": "Domestic",
    "model": "ML 155",
    "serial": "D-155-8812",
    "location": "Clinic, north wall",
    "low": 2.0,
    "high": 8.0,
    "allowed_minutes": 30,
    "rated_power_w": 90.0,
}


class Fridge:
    """A refrigerator of the yard's farm with a thermometer, both for some hours."""

    def __init__(self, yard: Yard, id: str, gauge: Gauge) -> None:
        self.yard, self.id, self.gauge = yard, id, gauge

    async def ask(self, method: str, path: str = "", body: Any = None) -> Any:
        return await self.yard.as_hand(method, f"farms/{self.yard.farm_id}/equipment/{self.id}{path}", body)

    async def attach(self, gauge: Gauge, role: str = "temperature") -> None:
        answer = await self.ask("POST", "/sensors", {"sensor_id": str(gauge.id), "role": role})
        assert answer.status_code == 201, answer.text
        await self.grow_old()

    async def grow_old(self) -> None:
        since = clock.now() - timedelta(hours=30)
        fetch = self.yard.rig.db.fetch
        await fetch("UPDATE equipment SET status_since = $1, range_since = $1, created_at = $1", since)
        await fetch("UPDATE equipment_sensors SET attached_at = $1", since)

    async def excursions(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.ask("GET", "/excursions")).json()["items"]
        return items


@pytest.fixture
async def fridge(yard: Yard) -> Fridge:
    await make_room(yard.rig)
    answer = await yard.as_hand("POST", f"farms/{yard.farm_id}/equipment", FRIDGE)
    assert answer.status_code == 201, answer.text
    fridge = Fridge(yard, answer.json()["id"], await Gauge.made(yard))
    await fridge.attach(fridge.gauge)
    return fridge


def test_excursions_move_by_their_table() -> None:
    def take(action: str, state: str | None) -> str:
        if state is None:
            return EXCURSIONS.follow(action, None)
        excursion = Excursion(state=state, version=1)
        excursion.become(action)
        return excursion.state

    machine_holds(EXCURSIONS, take)


def test_the_mean_kinetic_temperature_is_what_the_formula_says() -> None:
    # T = 10,000 K / -ln((e^(-10,000/278.15) + 3 e^(-10,000/298.15)) / 4), by hand.
    by_hand = 10_000 / -math.log((math.exp(-10_000 / 278.15) + 3 * math.exp(-10_000 / 298.15)) / 4) - 273.15
    assert mean_kinetic_temperature([(60, 5.0), (180, 25.0)]) == pytest.approx(by_hand, abs=1e-9)
    assert mean_kinetic_temperature([]) is None
    assert mean_kinetic_temperature([(0, 5.0)]) is None


temperatures = st.floats(-90, 150)


@given(st.lists(st.tuples(st.floats(1, 1e6), temperatures), min_size=1, max_size=20))
def test_the_mean_kinetic_temperature_lies_between_the_mean_and_the_highest(
    readings: list[tuple[float, float]],
) -> None:
    mean = sum(lasted * celsius for lasted, celsius in readings) / sum(lasted for lasted, _ in readings)
    kinetic = mean_kinetic_temperature(readings)
    assert kinetic is not None
    coldest, warmest = min(celsius for _, celsius in readings), max(celsius for _, celsius in readings)
    assert coldest - 1e-6 <= kinetic <= warmest + 1e-6
    if warmest < 60:  # e^(-10,000 K / T) is convex, but in 1/T: the mean of 1/T is what it cannot fall below
        assert kinetic >= mean - (warmest - coldest) ** 2 / 100 - 1e-6


@given(st.lists(st.tuples(st.floats(1, 1e4), temperatures), min_size=1, max_size=10), st.integers(2, 5))
def test_how_often_one_looks_does_not_matter(readings: list[tuple[float, float]], parts: int) -> None:
    oftener = [(lasted / parts, celsius) for lasted, celsius in readings for _ in range(parts)]
    assert mean_kinetic_temperature(oftener) == pytest.approx(mean_kinetic_temperature(readings), abs=1e-6)


@given(st.lists(st.tuples(st.floats(0, 1e300), st.floats(-1e12, 1e12)), max_size=5))
def test_a_broken_thermometer_breaks_nothing(readings: list[tuple[float, float]]) -> None:
    kinetic = mean_kinetic_temperature(readings)
    assert kinetic is None or math.isfinite(kinetic)


async def test_an_excursion_ends_when_the_thermometer_is_taken_to_another_farm(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 9.0), (10, 9.5))
    await fridge.yard.rig.db.fetch("UPDATE devices SET farm_id = gen_random_uuid()")
    await fridge.yard.rig.run_job("judge_what_changed")
    await fridge.yard.rig.run_task("judge_readings")
    [excursion] = await fridge.excursions()
    assert (excursion["state"], excursion["end_reason"]) == ("ended", "out_of_scope")


async def test_a_short_excursion_is_within_the_allowance(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 5.0), (10, 9.0), (20, 9.5), (30, 6.0), (35, 6.0))
    [excursion] = await fridge.excursions()
    assert (excursion["state"], excursion["verdict"], excursion["end_reason"]) == (
        "ended",
        "within_allowance",
        "cleared",
    )
    assert (excursion["minutes_above"], excursion["minutes_below"]) == (20.0, 0.0)
    assert (excursion["lowest"], excursion["highest"], excursion["mean"]) == (9.0, 9.5, 9.25)
    expected = mean_kinetic_temperature([(10, 9.0), (10, 9.5)])
    assert excursion["mean_kinetic"] == pytest.approx(expected, abs=0.005)
    [event] = await fridge.yard.rig.events(ExcursionEnded)
    assert (event.verdict, event.equipment_kind, event.ended_at) == (
        "within_allowance",
        "refrigerator",
        fridge.gauge.at(30),
    )


async def test_a_long_excursion_is_a_breach_and_somebody_reviews_it(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 5.0), (10, -1.0), (25, -1.5))
    [open_one] = await fridge.excursions()
    path = f"/excursions/{open_one['id']}/review"
    early = await fridge.ask("POST", path, {"note": "?", "version": open_one["version"]})
    assert early.json()["code"] == "excursion_under_way"
    await fridge.gauge.measure((45, 4.0), (55, 4.0))
    [excursion] = await fridge.excursions()
    assert (excursion["verdict"], excursion["minutes_below"]) == ("breach", 35.0)
    reviewed = await fridge.ask("POST", path, {"note": "Thrown away", "version": excursion["version"]})
    assert reviewed.json()["reviewed_by"] == str(fridge.yard.hand)
    again = await fridge.ask("POST", path, {"note": "Kept", "version": excursion["version"]})
    assert again.json()["code"] == "version_conflict"
    assert [each["action"] for each in await fridge.yard.rig.told()][-1] == "excursion.reviewed"


async def test_a_day_that_was_too_warm_on_kinetic_average_is_a_breach(fridge: Fridge) -> None:
    await fridge.ask("PUT", "", FRIDGE | {"allowed_minutes": 10_000, "version": 1})
    await fridge.grow_old()
    gauge = await Gauge.made(fridge.yard, hours=20)
    await fridge.ask("DELETE", f"/sensors/{fridge.gauge.id}")
    await fridge.attach(gauge)
    for warm, verdict in ((9.0, "within_allowance"), (40.0, "breach")):
        start = 0 if warm == 9.0 else 800
        values = [(float(start + minute), 5.0) for minute in range(0, 780 - start // 2, 20)]
        end = values[-1][0]
        await gauge.measure(*values, (end + 10, warm), (end + 40, 5.0), (end + 50, 5.0))
        assert (await fridge.excursions())[0]["verdict"] == verdict, warm


async def test_late_readings_correct_and_withdraw_excursions(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 5.0), (10, 9.0), (25, 5.0), (35, 5.0))
    await fridge.gauge.measure((24, 12.0))
    [corrected] = await fridge.yard.rig.events(ExcursionCorrected)
    assert corrected.highest == 12.0
    await fridge.gauge.measure((100, 9.0), (160, 5.0), (166, 5.0))
    await fridge.gauge.measure((90, 9.0), (102, 9.0), (12, 9.0))
    assert len(await fridge.yard.rig.events(ExcursionEnded)) == 2
    await fridge.gauge.measure(*((float(minute), 9.0) for minute in range(26, 100)))
    assert len(await fridge.yard.rig.events(ExcursionWithdrawn)) == 1
    assert [each["state"] for each in await fridge.excursions()] == ["withdrawn", "ended"]


async def test_equipment_is_judged_while_it_is_on(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 9.0), (10, 9.0))
    off = await fridge.ask("PUT", "/status", {"status": "maintenance", "note": "Defrosting", "version": 1})
    assert off.json()["status"] == "maintenance"
    await fridge.yard.rig.run_job("judge_what_changed")
    await fridge.gauge.measure((20, 20.0), (60, 20.0))
    [excursion] = await fridge.excursions()
    assert (excursion["state"], excursion["end_reason"]) == ("ended", "out_of_scope")
    history = (await fridge.ask("GET", "/history")).json()["items"]
    assert [(each["status"], each["note"]) for each in history] == [("maintenance", "Defrosting"), ("on", None)]


async def test_a_rule_of_equipment_follows_its_sensors(fridge: Fridge) -> None:
    yard = fridge.yard
    rule = {"name": "Warm", "kind": "above", "sensor_type": "temperature", "threshold": 8.0, "for_seconds": 60}
    rule |= {"equipment_id": fridge.id, "end_for_seconds": 0}
    assert (await yard.as_hand("POST", f"farms/{yard.farm_id}/alarm-rules", rule)).status_code == 201
    await yard.rig.db.fetch("UPDATE alarm_rules SET since = $1", fridge.gauge.at(0))
    elsewhere = await Gauge.made(yard)
    await elsewhere.measure((0, 9.0), (10, 9.0))
    await fridge.gauge.measure((0, 9.0), (10, 9.0))
    [alarm] = (await yard.as_hand("GET", f"farms/{yard.farm_id}/alarms?equipment_id={fridge.id}")).json()["items"]
    assert alarm["sensor_id"] == str(fridge.gauge.id)
    assert (await fridge.ask("DELETE", f"/sensors/{fridge.gauge.id}")).status_code == 204
    await yard.rig.run_job("judge_what_changed")
    await yard.rig.run_task("judge_readings")
    [alarm] = (await yard.as_hand("GET", f"farms/{yard.farm_id}/alarms")).json()["items"]
    assert alarm["end_reason"] == "out_of_scope"


async def test_mean_kinetic_temperatures_are_weighted_by_time(fridge: Fridge) -> None:
    await fridge.gauge.measure((0, 5.0), (5, 5.0), (6, 25.0), (7, 25.0), (27, 5.0))
    answer = (await fridge.ask("GET", "/mean-kinetic-temperature")).json()
    expected = mean_kinetic_temperature([(6, 5.0), (21, 25.0), (30, 5.0)])
    assert answer["day"] == pytest.approx(expected, abs=0.006)
    assert answer["day"] == answer["week"] == answer["month"]


async def test_the_log_says_what_was_measured_and_what_was_not(fridge: Fridge) -> None:
    yard, gauge = fridge.yard, fridge.gauge
    power = await Gauge.made(yard, machine=gauge.machine, type="power", unit="W")
    await fridge.attach(power, "power")
    await power.measure(*((float(minute), 90.0) for minute in range(0, 70, 10)))
    await gauge.measure(
        *((float(minute), 5.0) for minute in range(0, 60, 10)), (70, 9.0), (80, 9.0), (90, 5.0), (100, 5.0)
    )
    await gauge.measure((300, 5.0), (320, 5.0), (345, 5.0))
    first = (gauge.at(0) - timedelta(days=1)).astimezone(ISTANBUL).date()
    last = clock.now().astimezone(ISTANBUL).date()
    query = f"?first_day={first}&last_day={last}"
    answer = await fridge.ask("GET", f"/log{query}")
    assert answer.status_code == 200, answer.text
    log = answer.json()
    assert (log["summary"]["lowest"], log["summary"]["highest"], log["summary"]["minutes_above"]) == (5.0, 9.0, 20.0)
    assert sum(day["readings"] for day in log["days"]) == 13
    assert sum(day["energy_kwh"] or 0 for day in log["days"]) == pytest.approx(0.09 * 1.5, abs=0.001)
    assert len(log["days"]) == (last - first).days + 1
    assert log["days"][0]["mean"] is None
    assert [each["verdict"] for each in log["excursions"]] == ["within_allowance"]
    began = [UUID(each["sensor_id"]) if each["sensor_id"] else None for each in log["gaps"]]
    assert began == [gauge.id, gauge.id]
    sheet = await fridge.ask("GET", f"/log.csv{query}")
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert "Vaccine fridge" in sheet.text
    printed = await fridge.ask("GET", f"/log.pdf{query}")
    assert printed.headers["content-type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.content)).pages)
    for words in ("Vaccine fridge", "Page 1 of 1", "within allowance", "nothing was measured", "Generated at"):
        assert words in text, text


async def test_a_log_is_of_few_days(fridge: Fridge) -> None:
    for first, last, status in (
        ("2026-03-02", "2026-03-01", 422),
        ("2020-01-01", "2020-06-01", 422),
        ("2098-01-01", "2098-01-02", 422),
        ("1900-01-01", "1900-01-02", 422),
        ("x", "2026-01-01", 422),
        ("2024-01-01", "2024-04-01", 200),
    ):
        answer = await fridge.ask("GET", f"/log?first_day={first}&last_day={last}")
        assert answer.status_code == status, answer.text


async def test_equipment_is_changed_by_who_has_read_it_and_retired_once(fridge: Fridge) -> None:
    yard = fridge.yard
    twin = await yard.as_hand("POST", f"farms/{yard.farm_id}/equipment", FRIDGE | {"name": "vaccine  FRIDGE"})
    assert twin.json()["code"] == "equipment_exists"
    changed = await fridge.ask("PUT", "", FRIDGE | {"high": 7.0, "version": 1})
    assert (changed.json()["version"], changed.json()["high"]) == (2, 7.0)
    assert (await fridge.ask("PUT", "", FRIDGE | {"version": 1})).json()["code"] == "version_conflict"
    assert (await fridge.ask("DELETE")).status_code == 204
    assert (await fridge.ask("DELETE")).json()["code"] == "equipment_retired"
    assert (await fridge.ask("GET")).json()["retired_at"] is not None
    assert (await yard.as_hand("GET", f"farms/{yard.farm_id}/equipment")).json()["items"] == []
    [sensor] = (await fridge.ask("GET", "/sensors")).json()["items"]
    assert sensor["detached_at"] is not None
    assert (await yard.as_hand("POST", f"farms/{yard.farm_id}/equipment", FRIDGE)).status_code == 201


async def test_a_sensor_is_in_one_place_and_measures_what_it_can(fridge: Fridge) -> None:
    yard = fridge.yard
    path = f"farms/{yard.farm_id}/equipment"
    other = (await yard.as_hand("POST", path, FRIDGE | {"name": "Milk tank", "kind": "milk_tank"})).json()["id"]
    body = {"sensor_id": str(fridge.gauge.id), "role": "temperature"}
    assert (await yard.as_hand("POST", f"{path}/{other}/sensors", body)).json()["code"] == "sensor_attached"
    power = body | {"role": "power"}
    assert (await yard.as_hand("POST", f"{path}/{other}/sensors", power)).json()["code"] == "other_sensor_type"
    machine = await yard.machine(farm_id=await yard.farm(new_id(), staff=[]))
    foreign = await Gauge.made(yard, machine=machine)
    body = {"sensor_id": str(foreign.id), "role": "temperature"}
    assert (await yard.as_hand("POST", f"{path}/{other}/sensors", body)).json()["code"] == "unknown_sensor"
    assert (await yard.as_hand("DELETE", f"{path}/{other}/sensors/{foreign.id}")).json()[
        "code"
    ] == "sensor_not_attached"


async def test_equipment_that_cannot_be_is_refused(yard: Yard) -> None:
    odd: list[dict[str, Any]] = [
        {"low": 8.0},
        {"low": 1e9},
        {"high": "8"},
        {"name": ""},
        {"kind": "oven"},
        {"allowed_minutes": 10**40},
    ]
    for each in odd:
        answer = await yard.as_hand("POST", f"farms/{yard.farm_id}/equipment", FRIDGE | each)
        assert answer.status_code == 422, each
