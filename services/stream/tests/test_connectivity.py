"""Whether devices and cameras are there, and that each change is told once."""

import asyncio
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_contracts.stream_devices import CameraFailed, CameraOffline, CameraOnline, DeviceOffline, DeviceOnline
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.connectivity.jobs import announce_connectivity, notice_absences
from stream.connectivity.machine import ABSENCES, CONDITIONS

Move = Callable[[timedelta], None]
MINUTE = timedelta(minutes=1)

KILLED = """
import asyncio, os, signal, sys
from datetime import timedelta
from amigok_chassis import clock
from amigok_chassis.db import Database
from stream.connectivity.jobs import announce_connectivity, notice_absences
from stream.main import service

async def work(url, offset):
    clock.set_offset(timedelta(seconds=float(offset)))
    async with Database(url, pool_size=1, name="killed", settings=service.settings()).unit_of_work() as db:
        assert await announce_connectivity.run(db) == 2
        await db.flush()
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(work(*sys.argv[1:]))
"""
"""A worker that is killed when it has told everything and not committed it."""


async def beat(machine: Machine) -> dict[str, Any]:
    answer = await machine.send("POST", f"jetson/devices/{machine.id}/heartbeat")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def report(machine: Machine, **values: Any) -> dict[str, Any]:
    answer = await machine.send("POST", "jetson/health-status", values)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def cameras_are(machine: Machine, **states: str) -> dict[str, Any]:
    """Reports cameras by id; `_` stands for `-`."""
    said = [{"camera_id": id.replace("_", "-"), "state": state} for id, state in states.items()]
    return await report(machine, cameras=said)


async def told(yard: Yard) -> list[str]:
    """What people were told of devices and cameras, in order."""
    kinds = ("stream.device.o%", "stream.camera.%")
    rows = await yard.rig.db.fetch("SELECT type FROM outbox WHERE type LIKE ANY($1) ORDER BY position", list(kinds))
    return [row["type"].removeprefix("stream.") for row in rows]


async def tell(yard: Yard) -> None:
    """What a worker does every few seconds."""
    await yard.rig.run_job("notice_absences")
    await yard.rig.run_job("announce_connectivity")


async def work(yard: Yard) -> None:
    """The same, though another worker does it, too."""
    for job in (notice_absences, announce_connectivity):
        async with yard.rig.db.unit_of_work() as db:
            await job.run(db)


async def status(yard: Yard, machine: Machine) -> str:
    return str((await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}")).json()["status"])


async def test_a_device_is_online_while_it_is_heard(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    assert await status(yard, machine) == "offline"
    answer = await beat(machine)
    assert (answer["pending_commands"], answer["silence_seconds"]) == (0, 90)
    assert await status(yard, machine) == "online"
    moved(timedelta(seconds=91))
    assert await status(yard, machine) == "offline"
    await beat(machine)
    assert await status(yard, machine) == "online"


async def test_a_heartbeat_says_what_waits(yard: Yard) -> None:
    machine = await yard.machine()
    await yard.as_admin("POST", f"admin/jetson/devices/{machine.id}/commands", {"kind": "restart"})
    assert (await beat(machine))["pending_commands"] == 1


async def test_each_absence_is_told_once_with_how_long_it_was(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    moved(2 * MINUTE)
    for _ in range(3):
        await tell(yard)
    moved(8 * MINUTE)
    await beat(machine)
    for _ in range(3):
        await tell(yard)
    assert await told(yard) == ["device.online", "device.offline", "device.online"]
    [offline], [_, online] = await yard.rig.events(DeviceOffline), await yard.rig.events(DeviceOnline)
    away = online.at - offline.since
    assert (online.offline_since, online.away_seconds) == (offline.since, round(away.total_seconds()))
    assert away >= 10 * MINUTE
    assert (offline.farm_id, offline.device_id) == (yard.farm_id, machine.id)


async def test_an_absence_is_told_though_no_worker_ran_meanwhile(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    for _ in range(2):
        moved(5 * MINUTE)
        await beat(machine)
    await tell(yard)
    assert await told(yard) == ["device.online", *["device.offline", "device.online"] * 2]


async def test_two_workers_at_once_tell_once(yard: Yard, moved: Move) -> None:
    machines = [await yard.machine() for _ in range(5)]
    for machine in machines:
        await beat(machine)
    moved(2 * MINUTE)

    await asyncio.gather(*(work(yard) for _ in range(4)))
    assert sorted(await told(yard)) == ["device.offline"] * 5 + ["device.online"] * 5


async def test_what_a_worker_did_before_it_was_killed_is_told_by_the_next(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    moved(2 * MINUTE)
    await yard.rig.run_job("notice_absences")
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, yard.rig.context.config.database_url, str(clock.offset().total_seconds())
    )
    assert await worker.wait() == -signal.SIGKILL
    assert await told(yard) == []
    await tell(yard)
    assert await told(yard) == ["device.online", "device.offline"]


async def test_devices_that_are_heard_while_absences_are_noticed_are_told_once(yard: Yard, moved: Move) -> None:
    machines = [await yard.machine() for _ in range(4)]
    for machine in machines:
        await beat(machine)
    await tell(yard)
    moved(2 * MINUTE)

    await asyncio.gather(work(yard), *(beat(machine) for machine in machines for _ in range(3)), work(yard))
    await tell(yard)
    kinds = (await told(yard))[4:]
    assert sorted(kinds) == ["device.offline"] * 4 + ["device.online"] * 4


async def test_who_is_heard_in_the_moment_in_which_silence_is_noticed_is_not_away_for_good(
    yard: Yard, moved: Move
) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    rows = await yard.rig.db.fetch("SELECT heard_at FROM devices")
    moved(MINUTE)
    await beat(machine)
    await yard.rig.db.fetch("INSERT INTO device_absences VALUES ($1, $2, NULL, 'noticed')", machine.id, rows[0][0])
    for _ in range(2):
        await tell(yard)
    assert await told(yard) == ["device.online", "device.offline", "device.online"]


async def maintain(yard: Yard, machine: Machine, *, begins: timedelta, ends: timedelta) -> None:
    now = clock.now()
    body = {"begins_at": (now + begins).isoformat(), "ends_at": (now + ends).isoformat()}
    answer = await yard.as_admin("PUT", f"admin/jetson/devices/{machine.id}/maintenance", body)
    assert answer.status_code == 200, answer.text


async def test_an_absence_within_maintenance_is_not_told_but_shown(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    await maintain(yard, machine, begins=-MINUTE, ends=60 * MINUTE)
    moved(10 * MINUTE)
    await tell(yard)
    shown = (await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}")).json()
    assert (shown["status"], shown["in_maintenance"]) == ("offline", True)
    moved(10 * MINUTE)
    await beat(machine)
    await tell(yard)
    moved(50 * MINUTE)
    await beat(machine)
    assert await told(yard) == ["device.online"]
    [absence] = (await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}/absences?limit=1")).json()["items"]
    assert absence["announced"] is False


async def test_who_is_still_away_when_maintenance_ends_is_told(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    await maintain(yard, machine, begins=-MINUTE, ends=10 * MINUTE)
    moved(5 * MINUTE)
    await tell(yard)
    assert await told(yard) == ["device.online"]
    moved(6 * MINUTE)
    await tell(yard)
    assert await told(yard) == ["device.online", "device.offline"]
    await maintain(yard, machine, begins=-MINUTE, ends=10 * MINUTE)
    await beat(machine)
    await tell(yard)
    assert (await yard.as_admin("DELETE", f"admin/jetson/devices/{machine.id}/maintenance")).status_code == 204
    await tell(yard)
    assert await told(yard) == ["device.online", "device.offline", "device.online"]


@pytest.mark.parametrize(("begins", "ends"), [(0, 0), (1, 0), (0, 60 * 24 * 32)])
async def test_odd_windows_are_refused(yard: Yard, begins: int, ends: int) -> None:
    machine, now = await yard.machine(), clock.now()
    body = {name: (now + minutes * MINUTE).isoformat() for name, minutes in (("begins_at", begins), ("ends_at", ends))}
    path = f"admin/jetson/devices/{machine.id}/maintenance"
    assert (await yard.as_admin("PUT", path, body)).status_code == 422


async def test_a_revoked_device_is_not_missed(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    await beat(machine)
    await tell(yard)
    await yard.as_admin("DELETE", f"admin/jetson/devices/{machine.id}")
    moved(10 * MINUTE)
    await tell(yard)
    assert await told(yard) == ["device.online"]


async def test_health_is_kept_and_shown_with_the_skew_of_the_clock(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    for cpu in (10.5, 20.5):
        ahead = (clock.now() + timedelta(seconds=30)).isoformat()
        await report(machine, cpu_percent=cpu, uptime_seconds=5, model_version="sheep-2", clock=ahead)
        moved(10 * MINUTE)
    newest, older = (await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}/health")).json()["items"]
    assert (newest["cpu_percent"], older["cpu_percent"], newest["disk_percent"]) == (20.5, 10.5, None)
    assert round(newest["clock_skew_seconds"]) == 30
    shown = (await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}")).json()
    assert shown["model_version"] == "sheep-2"


async def test_the_history_of_health_does_not_grow_beyond_a_week(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    for _ in range(3):
        await report(machine, cpu_percent=1)
        moved(timedelta(days=7))
    rows = await yard.rig.db.fetch("SELECT count(*) AS count FROM device_health")
    assert rows[0]["count"] == 1


async def test_cameras_are_as_their_device_says_while_it_is_heard(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    camera = await yard.camera(machine)
    for state in ("online", "error", "error", "online", "offline"):
        await cameras_are(machine, **{str(camera).replace("-", "_"): state})
        assert (await yard.as_admin("GET", f"admin/cameras/{camera}")).json()["state"] == state
    assert (await told(yard)) == ["camera.online", "camera.error", "camera.online", "camera.offline"]
    [failed], [offline] = await yard.rig.events(CameraFailed), await yard.rig.events(CameraOffline)
    assert (failed.camera_id, failed.device_id, offline.farm_id) == (camera, machine.id, yard.farm_id)


async def test_a_camera_goes_and_comes_back_with_its_device(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    camera = await yard.camera(machine)
    is_on = {str(camera).replace("-", "_"): "online"}
    await cameras_are(machine, **is_on)
    await tell(yard)
    moved(2 * MINUTE)
    await tell(yard)
    moved(2 * MINUTE)
    await beat(machine)
    await tell(yard)
    assert (await yard.as_admin("GET", f"admin/cameras/{camera}")).json()["state"] == "unknown"
    await cameras_are(machine, **is_on)
    await tell(yard)
    assert [kind for kind in await told(yard) if kind.startswith("camera")] == [
        "camera.online",
        "camera.offline",
        "camera.online",
    ]
    new, again = await yard.rig.events(CameraOnline)
    assert new.away_seconds is None
    assert again.away_seconds is not None
    assert again.away_seconds >= 240


async def test_maintenance_silences_cameras_until_it_ends(yard: Yard, moved: Move) -> None:
    machine = await yard.machine()
    camera = str(await yard.camera(machine)).replace("-", "_")
    await cameras_are(machine, **{camera: "online"})
    await maintain(yard, machine, begins=-MINUTE, ends=10 * MINUTE)
    for state in ("error", "online", "error"):
        await cameras_are(machine, **{camera: state})
    await tell(yard)
    assert "camera.error" not in await told(yard)
    for _ in range(11):
        moved(MINUTE)
        await beat(machine)
    await tell(yard)
    assert (await told(yard)).count("camera.error") == 1


async def test_a_device_reports_its_own_cameras_only(yard: Yard) -> None:
    machine, other = await yard.machine(), await yard.machine()
    theirs, nobodys = await yard.camera(other), new_id()
    said = [{"camera_id": str(id), "state": "error"} for id in (theirs, nobodys)]
    assert (await report(machine, cameras=said))["unknown_cameras"] == [str(theirs), str(nobodys)]
    assert await yard.rig.db.fetch("SELECT 1 FROM camera_reports") == []


@pytest.mark.parametrize(
    "odd",
    [
        b'{"cpu_percent": NaN}',
        b'{"cpu_percent": Infinity}',
        b'{"cpu_percent": 1e400}',
        b'{"cpu_percent": 101}',
        b'{"cpu_percent": "5"}',
        b'{"temperature_celsius": 1000}',
        b'{"uptime_seconds": 99999999999999999999999}',
        b'{"uptime_seconds": 1.5}',
        b'{"model_version": "\\u0000"}',
        b'{"clock": 1700000000}',
        b'{"clock": "9999-12-31T23:59:59Z"}',
        b'{"cameras": [{"camera_id": "x", "state": "online"}]}',
        b'{"cameras": [{"camera_id": "01a22d51-151a-70b8-a8e7-d1bf7740c5c7", "state": "fine"}]}',
        b'{"unknown": 1}',
    ],
)
async def test_odd_health_is_refused(yard: Yard, odd: bytes) -> None:
    machine = await yard.machine()
    auth = (str(machine.id), machine.secret)
    headers = {"Content-Type": "application/json"}
    answer = await yard.rig.http.post("/api/v1/jetson/health-status", content=odd, auth=auth, headers=headers)
    assert answer.status_code == 422, answer.text


async def test_a_camera_is_reported_once_in_a_report(yard: Yard) -> None:
    machine = await yard.machine()
    said = [{"camera_id": str(await yard.camera(machine)), "state": "online"}] * 2
    assert (await machine.send("POST", "jetson/health-status", {"cameras": said})).status_code == 422


def test_absences_and_conditions_take_the_steps_of_their_tables() -> None:
    machine_holds(ABSENCES)
    machine_holds(CONDITIONS)
