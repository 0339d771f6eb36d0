"""Alarms: raised by what sensors measured, acknowledged, escalated, ended."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts.stream_alarms import (
    AlarmAcknowledged,
    AlarmEnded,
    AlarmEscalated,
    AlarmRaised,
    AlarmReopened,
    AlarmWithdrawn,
)
from services.stream.tests.conftest import Yard
from services.stream.tests.gauges import Gauge, make_room
from stream.alarms.models import ALARMS, Alarm

WARM: dict[str, Any] = {
    "name": "Vaccines too warm",
    "kind": "above",
    "severity": "critical",
    "sensor_type": "temperature",
    "threshold": 8.0,
    "end_threshold": 7.0,
    "for_seconds": 600,
    "end_for_seconds": 300,
}


async def rule(yard: Yard, *, hours: float = 7, **values: Any) -> str:
    """A rule of the farm that has been there for some hours. Returns its id."""
    answer = await yard.as_hand("POST", f"farms/{yard.farm_id}/alarm-rules", WARM | values)
    assert answer.status_code == 201, answer.text
    id: str = answer.json()["id"]
    since = clock.now() - timedelta(hours=hours)
    await yard.rig.db.fetch("UPDATE alarm_rules SET since = $1 WHERE id = $2", since, id)
    return id


async def alarms(yard: Yard, query: str = "") -> list[dict[str, Any]]:
    answer = await yard.as_hand("GET", f"farms/{yard.farm_id}/alarms?{query}")
    assert answer.status_code == 200, answer.text
    return list(reversed(answer.json()["items"]))


async def told(rig: Rig) -> list[str]:
    rows = await rig.db.fetch("SELECT type FROM outbox WHERE type LIKE 'stream.alarm.%' ORDER BY position")
    return [row["type"].rpartition(".")[2] for row in rows]


@pytest.fixture
async def gauge(yard: Yard) -> Gauge:
    await make_room(yard.rig)
    return await Gauge.made(yard)


def test_alarms_move_by_their_table() -> None:
    def take(action: str, state: str | None) -> str:
        if state is None:
            return ALARMS.follow(action, None)
        alarm = Alarm(state=state, version=1)
        alarm.become(action)
        return alarm.state

    machine_holds(ALARMS, take)


async def test_an_alarm_is_raised_once_with_its_own_beginning_and_ends_by_itself(yard: Yard, gauge: Gauge) -> None:
    rule_id = await rule(yard)
    await gauge.measure((0, 5.0), (5, 9.0), (14, 9.5))
    assert await told(yard.rig) == []
    await gauge.measure((15, 9.1))
    await gauge.measure((20, 10.5))
    [raised] = await yard.rig.events(AlarmRaised)
    assert (str(raised.rule_id), raised.sensor_id, raised.farm_id) == (rule_id, gauge.id, yard.farm_id)
    assert (raised.since, raised.value, raised.severity) == (gauge.at(5), 9.5, "critical")
    await gauge.measure((25, 7.5), (30, 6.5), (34, 6.9))
    assert [each["state"] for each in await alarms(yard)] == ["raised"]
    await gauge.measure((35, 6.0))
    [ended] = await yard.rig.events(AlarmEnded)
    assert (ended.ended_at, ended.end_reason, ended.value) == (gauge.at(30), "cleared", 10.5)
    assert await told(yard.rig) == ["raised", "ended"]


async def test_readings_in_any_order_lead_to_the_same_alarms(yard: Yard) -> None:
    await make_room(yard.rig)
    await rule(yard)
    await rule(yard, kind="falling", threshold=2.0, end_threshold=1.0, window_seconds=600, for_seconds=0)
    dice = random.Random(14)
    values = [(float(minute), dice.choice([5.0, 6.5, 9.0, 9.0, 12.0])) for minute in range(0, 240, 4)]
    in_order, shuffled = await Gauge.made(yard), await Gauge.made(yard)
    for at in range(0, len(values), 4):
        await in_order.measure(*values[at : at + 4])
    dice.shuffle(values)
    for at in range(0, len(values), 4):
        await shuffled.measure(*values[at : at + 4], *values[:2])
    found: dict[str, set[tuple[str, str | None]]] = {str(in_order.id): set(), str(shuffled.id): set()}
    for row in await yard.rig.db.fetch("SELECT * FROM alarms WHERE state <> 'withdrawn'"):
        gauge = in_order if row["sensor_id"] == in_order.id else shuffled
        times = tuple(
            row[name] and (row[name] - gauge.start) / timedelta(minutes=1) for name in ("began_at", "ended_at")
        )
        found[str(row["sensor_id"])].add((row["kind"], *times))
    assert found[str(in_order.id)] == found[str(shuffled.id)]
    assert len(found[str(in_order.id)]) > 5


async def test_an_alarm_of_the_past_is_raised_late_with_its_own_times(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    await gauge.measure((0, 5.0), (60, 5.0))
    await gauge.measure((10, 9.0), (20, 9.0), (30, 5.0), (40, 5.0))
    [alarm] = await alarms(yard)
    assert (alarm["state"], alarm["late"]) == ("ended", True)
    assert await told(yard.rig) == ["raised", "ended"]


async def test_late_readings_withdraw_what_never_was(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0))
    await gauge.measure((7, 5.0))
    [alarm] = await alarms(yard)
    assert alarm["state"] == "withdrawn"
    [withdrawn] = await yard.rig.events(AlarmWithdrawn)
    assert str(withdrawn.alarm_id) == alarm["id"]
    assert await told(yard.rig) == ["raised", "withdrawn"]


async def test_late_readings_end_an_alarm_that_has_ended_in_truth(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0))
    await gauge.measure((40, 7.5))
    await gauge.measure((20, 5.0), (26, 5.0))
    [ended] = await yard.rig.events(AlarmEnded)
    assert ended.ended_at == gauge.at(20)


async def test_an_alarm_that_has_not_ended_after_all_is_reopened(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0), (20, 5.0), (25, 5.0))
    await gauge.measure((22, 9.0))
    assert len(await yard.rig.events(AlarmReopened)) == 1
    assert [each["state"] for each in await alarms(yard)] == ["raised"]
    await gauge.measure((30, 5.0), (35, 5.0))
    assert await told(yard.rig) == ["raised", "ended", "reopened", "ended"]


async def test_someone_acknowledges_an_alarm_and_it_does_not_escalate(yard: Yard, gauge: Gauge) -> None:
    await rule(yard, escalate_after_seconds=600)
    await gauge.measure((0, 9.0), (15, 9.0))
    [alarm] = await alarms(yard, "state=raised&severity=critical")
    path = f"farms/{yard.farm_id}/alarms/{alarm['id']}/acknowledge"
    answer = await yard.as_hand("POST", path, {"note": "Moved the vaccines"})
    assert answer.json()["acknowledged_by"] == str(yard.hand)
    assert (await yard.as_hand("POST", path, {})).status_code == 409
    clock.set_offset(timedelta(hours=1))
    await yard.rig.run_task("escalate_alarm")
    assert await yard.rig.events(AlarmEscalated) == []
    [event] = await yard.rig.events(AlarmAcknowledged)
    assert event.acknowledged_by == yard.hand
    counts = await yard.as_hand("GET", f"farms/{yard.farm_id}/alarm-counts")
    assert counts.json() == {"open": 1, "unacknowledged": 0, "info": 0, "warning": 0, "critical": 1}
    assert [each["action"] for each in await yard.rig.told()][-1] == "alarm.acknowledged"


async def test_what_nobody_acknowledges_escalates_once(yard: Yard, gauge: Gauge) -> None:
    await rule(yard, escalate_after_seconds=600)
    await gauge.measure((0, 9.0), (15, 9.0))
    await yard.rig.run_task("escalate_alarm")
    assert await yard.rig.events(AlarmEscalated) == []
    clock.set_offset(timedelta(minutes=11))
    await yard.rig.run_task("escalate_alarm")
    await yard.rig.run_task("escalate_alarm")
    assert len(await yard.rig.events(AlarmEscalated)) == 1


@pytest.mark.parametrize(
    ("method", "change", "reason"),
    [("PUT", {"threshold": 20.0}, "rule_changed"), ("DELETE", None, "rule_retired")],
)
async def test_an_alarm_ends_with_its_rule(
    yard: Yard, gauge: Gauge, method: str, change: dict[str, Any] | None, reason: str
) -> None:
    rule_id = await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0))
    body = None if change is None else WARM | change | {"version": 1}
    answer = await yard.as_hand(method, f"farms/{yard.farm_id}/alarm-rules/{rule_id}", body)
    assert answer.status_code in (200, 204), answer.text
    await yard.rig.run_job("judge_what_changed")
    await yard.rig.run_task("judge_readings")
    [ended] = await yard.rig.events(AlarmEnded)
    assert ended.end_reason == reason
    await yard.rig.run_job("judge_what_changed")
    await gauge.measure((20, 9.0), (40, 9.0))
    assert await told(yard.rig) == ["raised", "ended"]


async def test_a_new_name_changes_no_alarm(yard: Yard, gauge: Gauge) -> None:
    rule_id = await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0))
    body = WARM | {"name": "Too warm", "version": 1}
    assert (await yard.as_hand("PUT", f"farms/{yard.farm_id}/alarm-rules/{rule_id}", body)).status_code == 200
    await yard.rig.run_job("judge_what_changed")
    await yard.rig.run_task("judge_readings")
    assert await told(yard.rig) == ["raised"]


async def test_a_sensor_that_leaves_the_area_leaves_the_rule(yard: Yard) -> None:
    await make_room(yard.rig)
    gauge = await Gauge.made(yard, area_id=yard.area_id)
    await rule(yard, area_id=str(yard.area_id))
    await gauge.measure((0, 9.0), (15, 9.0))
    await yard.rig.db.fetch("UPDATE sensors SET area_id = NULL WHERE id = $1", gauge.id)
    await yard.rig.run_job("judge_what_changed")
    await gauge.measure((20, 9.0), (40, 9.0))
    assert await told(yard.rig) == ["raised", "ended"]
    await yard.rig.db.fetch("UPDATE sensors SET area_id = $2 WHERE id = $1", gauge.id, yard.area_id)
    await gauge.measure((400, 9.0), (415, 9.0))
    assert await told(yard.rig) == ["raised", "ended", "raised"]


@pytest.mark.parametrize("gone", ["farm_id = gen_random_uuid()", "revoked_at = now()"])
async def test_alarms_of_a_device_that_left_the_farm_do_not_stay_open(yard: Yard, gauge: Gauge, gone: str) -> None:
    await rule(yard)
    await rule(yard, **SILENT)
    await gauge.measure((0, 9.0), (15, 9.0))
    await yard.rig.db.fetch(f"UPDATE devices SET {gone}")
    await yard.rig.run_job("judge_what_changed")
    await yard.rig.run_task("judge_readings")
    [ended] = await yard.rig.events(AlarmEnded)
    assert ended.end_reason == "out_of_scope"
    await hear(gauge, 300)
    await yard.rig.run_job("judge_silences")
    assert await told(yard.rig) == ["raised", "ended"]


async def test_a_crash_between_taking_marks_and_judging_loses_nothing(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    await gauge.store([(0, 9.0), (15, 9.0)])
    await yard.rig.db.fetch("INSERT INTO judgements (sensor_id) VALUES ($1)", gauge.id)
    await yard.rig.db.fetch("UPDATE judgements SET due_from = $1, due_until = $2", gauge.at(0), gauge.at(15))
    await yard.rig.db.fetch("UPDATE sensors SET unjudged_from = NULL")
    await yard.rig.run_task("judge_readings")
    assert await told(yard.rig) == ["raised"]


async def test_a_sensor_that_cannot_be_judged_delays_no_others(yard: Yard, gauge: Gauge) -> None:
    await rule(yard)
    other = await Gauge.made(yard)
    await gauge.measure((0, 9.0))
    broken = "(SELECT jsonb_object_agg(key, '{}'::jsonb) FROM jsonb_each(states))"
    await yard.rig.db.fetch(f"UPDATE judgements SET states = {broken} WHERE sensor_id = $1", gauge.id)
    await gauge.store([(15, 9.0)])
    await other.measure((0, 9.0), (15, 9.0))
    [raised] = await yard.rig.events(AlarmRaised)
    assert raised.sensor_id == other.id
    await yard.rig.db.fetch("UPDATE judgements SET states = '{}' WHERE sensor_id = $1", gauge.id)
    await yard.rig.run_task("judge_readings")
    assert await told(yard.rig) == ["raised", "raised"]


SILENT: dict[str, Any] = {
    "name": "No reading",
    "kind": "silence",
    "threshold": None,
    "end_threshold": None,
    "for_seconds": 1800,
    "end_for_seconds": 0,
}


async def hear(gauge: Gauge, minute: float) -> None:
    await gauge.rig.db.fetch("UPDATE devices SET heard_at = $1 WHERE id = $2", gauge.at(minute), gauge.machine.id)


async def test_a_silence_is_raised_once_with_its_own_beginning_and_ends_with_the_next_reading(
    yard: Yard, gauge: Gauge
) -> None:
    await rule(yard, **SILENT)
    await gauge.measure((0, 5.0), (5, 5.0))
    await hear(gauge, 100)
    await yard.rig.run_job("judge_silences")
    await yard.rig.run_job("judge_silences")
    [raised] = await yard.rig.events(AlarmRaised)
    assert (raised.since, raised.value, raised.late) == (gauge.at(5), None, True)
    await gauge.measure((300, 5.0))
    [ended] = await yard.rig.events(AlarmEnded)
    assert ended.ended_at == gauge.at(300)


async def test_sensors_of_a_device_that_is_offline_are_not_silent_besides(yard: Yard, gauge: Gauge) -> None:
    await rule(yard, **SILENT)
    await gauge.measure((0, 5.0), (5, 5.0))
    await hear(gauge, 20)
    await yard.rig.run_job("judge_silences")
    assert await told(yard.rig) == []
    other = await Gauge.made(yard, machine=gauge.machine)
    await other.measure((340, 5.0))
    await yard.rig.run_job("judge_silences")
    [raised] = await yard.rig.events(AlarmRaised)
    assert raised.sensor_id == gauge.id


async def test_a_silence_that_nobody_saw_is_raised_and_ended_late(yard: Yard, gauge: Gauge) -> None:
    await rule(yard, **SILENT)
    await gauge.measure((0, 5.0))
    await gauge.measure((5, 5.0), (20, 5.0), (80, 5.0), (90, 5.0))
    await yard.rig.run_job("judge_silences")
    await gauge.measure((95, 5.0))
    [raised], [ended] = await yard.rig.events(AlarmRaised), await yard.rig.events(AlarmEnded)
    assert (raised.since, raised.late, ended.ended_at) == (gauge.at(20), True, gauge.at(80))
    await gauge.measure((40, 5.0), (60, 5.0))
    assert await told(yard.rig) == ["raised", "ended", "withdrawn"]


@pytest.mark.parametrize(("back", "expected"), [(70, []), (40, ["raised", "ended"])])
async def test_while_its_device_was_away_a_sensor_was_not_silent(
    yard: Yard, gauge: Gauge, back: float, expected: list[str]
) -> None:
    await rule(yard, **SILENT)
    await gauge.measure((0, 5.0))
    away = "INSERT INTO device_absences (device_id, lost_at, back_at, state) VALUES ($1, $2, $3, 'noticed')"
    await yard.rig.db.fetch(away, gauge.machine.id, gauge.at(1), gauge.at(back))
    await gauge.measure((80, 5.0))
    assert await told(yard.rig) == expected


async def test_what_was_sent_later_withdraws_a_silence(yard: Yard, gauge: Gauge) -> None:
    await rule(yard, **SILENT)
    await gauge.measure((5, 5.0))
    await hear(gauge, 100)
    await yard.rig.run_job("judge_silences")
    await gauge.measure(*((float(minute), 5.0) for minute in range(10, 360, 10)))
    assert await told(yard.rig) == ["raised", "withdrawn"]


async def test_only_people_of_the_farm_see_and_acknowledge_its_alarms(yard: Yard, gauge: Gauge) -> None:
    rule_id = await rule(yard)
    await gauge.measure((0, 9.0), (15, 9.0))
    [alarm] = await alarms(yard)
    other = new_id()
    stranger = await yard.rig.is_known(new_id(), role="farm_staff")
    await yard.farm(other, staff=[stranger])
    paths = ("alarms", f"alarms/{alarm['id']}", "alarm-rules", f"alarm-rules/{rule_id}", "alarm-counts", "equipment")
    for path in paths:
        wrong = await yard.ask("GET", f"farms/{yard.farm_id}/{path}", by=stranger, role="farm_staff")
        assert (wrong.status_code, wrong.json()["code"]) == (403, "other_farm")
        assert (await yard.ask("GET", f"farms/{yard.farm_id}/{path}", by=yard.owner)).status_code == 403
    elsewhere = f"farms/{other}/alarms/{alarm['id']}"
    assert (await yard.ask("GET", elsewhere, by=stranger, role="farm_staff")).status_code == 404
    missing = await yard.ask("POST", f"{elsewhere}/acknowledge", {}, by=stranger, role="farm_staff")
    assert (missing.status_code, missing.json()["code"]) == (404, "alarm_not_found")
    gone = await yard.ask("DELETE", f"farms/{other}/alarm-rules/{rule_id}", by=stranger, role="farm_staff")
    assert gone.status_code == 404
    assert (await yard.as_admin("GET", f"farms/{yard.farm_id}/alarms/{alarm['id']}")).status_code == 200
    assert (await yard.as_admin("GET", f"farms/{new_id()}/alarms")).json()["code"] == "farm_not_found"


ODD: list[dict[str, Any]] = [
    {"threshold": None},
    {"threshold": 1e300},
    {"threshold": "8"},
    {"end_threshold": 9.0},
    {"sensor_type": None},
    {"sensor_type": "Temp\u0000"},
    {"window_seconds": 60},
    {"kind": "rising"},
    {"kind": "silence"},
    {"for_seconds": 10**30},
    {"for_seconds": -1},
    {"name": "\u200b"},
    {"escalate_after_seconds": 1},
    {"more": 1},
]


async def test_a_rule_that_cannot_be_is_refused(yard: Yard) -> None:
    for odd in ODD:
        answer = await yard.as_hand("POST", f"farms/{yard.farm_id}/alarm-rules", WARM | odd)
        assert answer.status_code == 422, odd


async def test_rules_name_what_the_farm_has(yard: Yard, gauge: Gauge) -> None:
    for field, code in (("sensor_id", "unknown_sensor"), ("equipment_id", "unknown_equipment")):
        body = WARM | {field: str(new_id())}
        answer = await yard.as_hand("POST", f"farms/{yard.farm_id}/alarm-rules", body)
        assert answer.json()["code"] == code


async def test_whoever_changes_a_rule_has_read_it(yard: Yard) -> None:
    rule_id = await rule(yard)
    path, body = f"farms/{yard.farm_id}/alarm-rules/{rule_id}", WARM | {"severity": "info", "version": 1}
    assert (await yard.as_hand("PUT", path, body)).json()["version"] == 2
    assert (await yard.as_hand("PUT", path, body)).json()["code"] == "version_conflict"
    assert (await yard.as_hand("DELETE", path)).status_code == 204
    assert (await yard.as_hand("DELETE", path)).json()["code"] == "alarm_rule_retired"
    actions = [each["action"] for each in await yard.rig.told()]
    assert actions == ["alarm_rule.added", "alarm_rule.changed", "alarm_rule.retired"]


async def test_what_a_device_sends_raises_an_alarm(yard: Yard) -> None:
    machine, now = await yard.machine(), clock.now()
    await rule(yard)
    given = [
        {"sensor": "fridge", "type": "temperature", "value": value, "unit": "°C", "recorded_at": at.isoformat()}
        for value, at in ((5.0, now - timedelta(minutes=20)), (9.0, now - timedelta(minutes=15)), (9.4, now))
    ]
    answer = await machine.send("POST", "jetson/sensor-readings", {"readings": given})
    assert answer.status_code in (200, 202), answer.text
    await yard.rig.run_task("judge_readings")
    [raised] = await yard.rig.events(AlarmRaised)
    assert (raised.value, raised.since) == (9.4, now - timedelta(minutes=15))


async def test_several_workers_raise_each_alarm_once(yard: Yard) -> None:
    await make_room(yard.rig)
    await rule(yard)
    machine = await yard.machine()
    gauges = [await Gauge.made(yard, machine=machine) for _ in range(6)]
    for gauge in gauges:
        await gauge.store([(0, 9.0), (15, 9.0)])
    await asyncio.gather(*(yard.rig.run_task("judge_readings") for _ in range(4)))
    await yard.rig.run_task("judge_readings")
    assert await told(yard.rig) == ["raised"] * 6


async def test_storing_does_not_wait_for_judging(yard: Yard, gauge: Gauge, outsider: asyncpg.Connection) -> None:
    await rule(yard)
    await gauge.measure((0, 9.0))
    async with outsider.transaction():
        await outsider.execute("SELECT FROM judgements FOR UPDATE")
        await gauge.measure((15, 9.0))
        assert await told(yard.rig) == []
    await yard.rig.run_task("judge_readings")
    assert await told(yard.rig) == ["raised"]
