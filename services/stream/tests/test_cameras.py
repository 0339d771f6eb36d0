"""Cameras belong to a device, and show animals by hand and by their area."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from stream.cameras.service import cameras_of

CAMERAS = "admin/cameras"


async def added(yard: Yard, **values: Any) -> dict[str, Any]:
    device = values.pop("device_id", None) or str((await yard.machine()).id)
    answer = await yard.as_admin("POST", CAMERAS, {"name": "Gate", "device_id": device} | values)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def watching(yard: Yard, animal: UUID) -> list[str]:
    async with yard.rig.db.reader() as db:
        return [str(camera.id) for camera in await cameras_of(db, animal)]


async def test_a_camera_stands_on_the_farm_of_its_device(yard: Yard) -> None:
    camera = await added(yard, address="rtsp://192.168.10.21:554/stream1", resolution="1920x1080")
    assert (camera["farm_id"], camera["state"]) == (str(yard.farm_id), "offline")
    shown = (await yard.as_admin("GET", f"{CAMERAS}/{camera['id']}")).json()
    assert shown["address"] == "rtsp://192.168.10.21:554/stream1"
    unknown = await yard.as_admin("POST", CAMERAS, {"name": "Gate", "device_id": str(new_id())})
    assert unknown.json()["code"] == "unknown_device"


async def test_a_camera_is_changed_by_whoever_has_read_it(yard: Yard) -> None:
    camera = await added(yard)
    wanted = {"name": "Pen", "area_id": str(yard.area_id), "version": 1, "is_active": True}
    changed = await yard.as_admin("PUT", f"{CAMERAS}/{camera['id']}", wanted)
    assert (changed.json()["name"], changed.json()["version"]) == ("Pen", 2)
    late = await yard.as_admin("PUT", f"{CAMERAS}/{camera['id']}", wanted)
    assert (late.json()["code"], late.json()["version"]) == ("version_conflict", 2)
    assert [entry["action"] for entry in await yard.rig.told()] == ["camera.added", "camera.changed"]


@pytest.mark.parametrize(
    ("address", "logged"),
    [
        ("rtsp://admin:secret@192.168.10.21:554/stream1", "192.168.10.21:554"),
        ("rtsp://192.168.10.21/user=admin&password=secret", "192.168.10.21"),
        ("admin:se@cret@camera", "camera"),
        ("rtsp://admin:se/cret@camera/1", "…"),
    ],
)
async def test_the_log_does_not_keep_the_password_of_a_camera(yard: Yard, address: str, logged: str) -> None:
    camera = await added(yard, address=address)
    assert camera["address"] == address
    wanted = {"name": "Pen", "version": 1, "is_active": True}
    assert (await yard.as_admin("PUT", f"{CAMERAS}/{camera['id']}", wanted)).status_code == 200
    first, second = await yard.rig.told()
    assert (first["after"]["address"], second["before"]["address"], second["after"]["address"]) == (*2 * [logged], None)


async def test_a_camera_shows_the_animals_of_its_area_and_those_by_hand(yard: Yard) -> None:
    camera = await added(yard, area_id=str(yard.area_id))
    by_area, by_hand = await yard.animal(), await yard.animal()
    await yard.place(by_area)
    assert (await watching(yard, by_area), await watching(yard, by_hand)) == ([camera["id"]], [])
    body = {"livestock_ids": [str(by_hand), str(by_hand)]}
    for _ in range(2):
        assert (await yard.as_admin("POST", f"{CAMERAS}/{camera['id']}/assign-livestock", body)).status_code == 204
    assert await watching(yard, by_hand) == [camera["id"]]
    shown = (await yard.as_admin("GET", f"{CAMERAS}/{camera['id']}")).json()
    assert shown["area_name"] == "Barn 1"
    [assigned] = (await yard.as_admin("GET", f"{CAMERAS}/{camera['id']}/livestock")).json()["items"]
    assert (assigned["livestock_id"], assigned["here"]) == (str(by_hand), True)


async def test_an_animal_is_taken_off_a_camera(yard: Yard) -> None:
    camera, animal = await added(yard), await yard.animal()
    await yard.as_admin("POST", f"{CAMERAS}/{camera['id']}/assign-livestock", {"livestock_ids": [str(animal)]})
    path = f"{CAMERAS}/{camera['id']}/livestock/{animal}"
    assert (await yard.as_admin("DELETE", path)).status_code == 204
    assert await watching(yard, animal) == []
    assert (await yard.as_admin("DELETE", path)).json()["code"] == "assignment_not_found"


async def test_a_camera_is_not_assigned_to_animals_elsewhere(yard: Yard) -> None:
    camera, here, dead = await added(yard), await yard.animal(), await yard.animal()
    await yard.die(dead)
    elsewhere = await yard.animal(farm_id=await yard.farm(new_id(), staff=[]))
    for other in (elsewhere, dead, new_id()):
        body = {"livestock_ids": [str(here), str(other)]}
        answer = await yard.as_admin("POST", f"{CAMERAS}/{camera['id']}/assign-livestock", body)
        assert (answer.json()["code"], answer.json()["livestock_ids"]) == ("animals_elsewhere", [str(other)])
    assert await watching(yard, here) == []


async def test_a_camera_with_nothing_is_removed_and_is_gone(yard: Yard) -> None:
    camera = await added(yard)
    assert (await yard.as_admin("DELETE", f"{CAMERAS}/{camera['id']}")).status_code == 204
    for method in ("GET", "DELETE"):
        assert (await yard.as_admin(method, f"{CAMERAS}/{camera['id']}")).json()["code"] == "camera_not_found"


async def test_no_camera_of_a_revoked_device_is_active_again(yard: Yard) -> None:
    machine = await yard.machine()
    camera = await added(yard, device_id=str(machine.id))
    await yard.as_admin("DELETE", f"admin/jetson/devices/{machine.id}")
    wanted = {"name": "Pen", "version": 2, "is_active": True}
    answer = await yard.as_admin("PUT", f"{CAMERAS}/{camera['id']}", wanted)
    assert answer.json()["code"] == "device_revoked"
    other = await yard.as_admin("POST", CAMERAS, {"name": "Gate", "device_id": str(machine.id)})
    assert other.json()["code"] == "unknown_device"


async def test_cameras_are_listed_and_paged(yard: Yard) -> None:
    machine = await yard.machine()
    ids = [(await added(yard, device_id=str(machine.id), name=f"Gate {number}"))["id"] for number in range(3)]
    await added(yard)
    first = (await yard.as_admin("GET", f"{CAMERAS}?device_id={machine.id}&limit=2")).json()
    rest = (await yard.as_admin("GET", f"{CAMERAS}?device_id={machine.id}&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + rest["items"]] == ids[::-1]
    assert (await yard.as_admin("GET", f"{CAMERAS}?is_active=false")).json()["items"] == []


async def test_farm_staff_see_the_cameras_of_their_farm_without_addresses(yard: Yard) -> None:
    camera = await added(yard, address="rtsp://192.168.10.21/stream1")
    listed = await yard.as_hand("GET", f"staff/farms/{yard.farm_id}/cameras")
    assert [each["id"] for each in listed.json()["items"]] == [camera["id"]]
    assert "192.168" not in listed.text
    for farm_id in (await yard.farm(new_id(), staff=[]), new_id()):
        assert (await yard.as_hand("GET", f"staff/farms/{farm_id}/cameras")).json()["code"] == "other_farm"
    assert (await yard.ask("GET", f"staff/farms/{yard.farm_id}/cameras", by=yard.owner)).json()["code"] == "forbidden"


@pytest.mark.parametrize(
    "odd",
    [
        {"address": "x" * 501},
        {"address": "rtsp://a\u0000b"},
        {"resolution": "1080"},
        {"frames_per_second": 0},
        {"frames_per_second": "30"},
        {"recording": "sometimes"},
        {"detection_enabled": 1},
        {"area_id": "here"},
        {"farm_id": "01a22d51-151a-70b8-a8e7-d1bf7740c5c7"},
    ],
)
async def test_odd_cameras_are_refused(yard: Yard, odd: dict[str, Any]) -> None:
    body = {"name": "Gate", "device_id": str((await yard.machine()).id)}
    assert (await yard.as_admin("POST", CAMERAS, body | odd)).status_code == 422


async def test_an_address_is_never_looked_up(yard: Yard) -> None:
    """Whatever it names, it comes back as it was written."""
    for address in ("http://169.254.169.254/latest", "file:///etc/passwd", "rtsp://localhost:5432"):
        assert (await added(yard, address=address))["address"] == address


async def test_a_camera_is_offline_while_its_device_is(yard: Yard, moved: Any) -> None:
    machine = await yard.machine()
    camera = await added(yard, device_id=str(machine.id))
    await machine.send("POST", f"jetson/devices/{machine.id}/rotate-credential")
    assert (await yard.as_admin("GET", f"{CAMERAS}/{camera['id']}")).json()["state"] == "unknown"
    moved(timedelta(minutes=2))
    assert (await yard.as_admin("GET", f"{CAMERAS}/{camera['id']}")).json()["state"] == "offline"


async def test_what_ends_the_right_to_watch_revokes_what_was_given(yard: Yard) -> None:
    machine, animal = await yard.machine(), await yard.animal()
    camera = await added(yard, device_id=str(machine.id), area_id=str(yard.area_id))
    path, device = f"{CAMERAS}/{camera['id']}", f"admin/jetson/devices/{machine.id}"

    async def revoked() -> list[str]:
        rows = await yard.rig.db.fetch("SELECT * FROM revocations ORDER BY made_at")
        named = [{name for name in ("camera_id", "device_id", "livestock_id") if row[name]} for row in rows]
        return [" ".join(sorted(each)) for each in named]

    await yard.as_admin("POST", f"{path}/assign-livestock", {"livestock_ids": [str(animal)]})
    await yard.as_admin("PUT", path, {"name": "Pen", "version": 1, "is_active": True, "area_id": str(yard.area_id)})
    assert await revoked() == []
    await yard.as_admin("PUT", path, {"name": "Pen", "version": 2, "is_active": True})
    await yard.as_admin("DELETE", f"{path}/livestock/{animal}")
    await yard.as_admin("DELETE", path)
    await yard.as_admin("POST", f"{device}/claim")
    await yard.as_admin("DELETE", device)
    assert await revoked() == ["camera_id", "camera_id livestock_id", "camera_id", "device_id", "device_id"]
