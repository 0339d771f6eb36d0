"""Devices are enrolled, register once, rotate what they sign in with, and are revoked for good."""

import asyncio
import base64
from datetime import timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from amigok_chassis.ids import new_id
from amigok_contracts.stream_devices import DeviceMoved, DeviceRegistered, DeviceRevoked
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.devices import login
from stream.devices.keys import keys_of
from stream.devices.registration import signed_text

DEVICES = "admin/jetson/devices"


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def claim(serial: str, secret: str, key: Ed25519PrivateKey) -> dict[str, str]:
    public = encoded(key.public_key().public_bytes_raw())
    signature = encoded(key.sign(signed_text(serial, secret, public)))
    return {"serial": serial, "claim_secret": secret, "public_key": public, "signature": signature}


async def enrolled(yard: Yard, serial: str = "JN-0001", **values: Any) -> dict[str, Any]:
    body = {"name": "North barn", "serial": serial, "farm_id": str(yard.farm_id), "capabilities": ["detection"]}
    answer = await yard.as_admin("POST", DEVICES, body | values)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def registering(yard: Yard, body: dict[str, str]) -> httpx.Response:
    return await yard.rig.http.post("/api/v1/jetson/devices/register", json=body)


async def machine(yard: Yard, device: dict[str, Any], key: Ed25519PrivateKey | None = None) -> Machine:
    """The device, registered over HTTP."""
    key = key or Ed25519PrivateKey.generate()
    answer = await registering(yard, claim(device["serial"], device["claim_secret"], key))
    assert answer.status_code == 201, answer.text
    return Machine(yard.rig, answer.json()["device_id"], yard.farm_id, key, answer.json()["secret"])


async def rotate(machine: Machine) -> httpx.Response:
    return await machine.send("POST", f"jetson/devices/{machine.id}/rotate-credential")


async def forget_credentials(yard: Yard) -> None:
    """As after `credential_cache`."""
    yard.rig.context.once(login._known).logins.clear()


async def test_an_enrolled_device_registers_with_its_claim_and_signs_in(yard: Yard) -> None:
    device = await enrolled(yard)
    assert (device["status"], device["registered_at"]) == ("waiting", None)
    registered = await machine(yard, device)
    assert (await rotate(registered)).status_code == 200
    [event] = await yard.rig.events(DeviceRegistered)
    assert str(event.device_id) == device["id"]
    shown = (await yard.as_admin("GET", f"{DEVICES}/{device['id']}")).json()
    assert (shown["status"], shown["claim_expires_at"]) == ("online", None)


async def test_no_secret_is_told_twice_or_kept(yard: Yard) -> None:
    device = await enrolled(yard)
    registered = await machine(yard, device)
    rows = await yard.rig.db.fetch("SELECT * FROM devices JOIN device_credentials ON device_id = id")
    shown = await yard.as_admin("GET", DEVICES)
    for secret in (device["claim_secret"], registered.secret):
        assert secret not in shown.text
        assert secret not in str(rows)
        assert secret not in str(await yard.rig.told())
        assert secret not in str(await yard.rig.db.fetch("SELECT data FROM outbox"))


async def test_wrong_serial_and_wrong_secret_look_alike(yard: Yard) -> None:
    device, key = await enrolled(yard), Ed25519PrivateKey.generate()
    wrong = [claim(device["serial"], "x" * 43, key), claim("JN-9999", device["claim_secret"], key)]
    first, second = [await registering(yard, body) for body in wrong]
    assert (first.status_code, first.json()) == (403, second.json())
    assert first.json()["code"] == "claim_invalid"


async def test_only_who_has_the_key_registers_it(yard: Yard) -> None:
    device, key, other = await enrolled(yard), Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    good = claim(device["serial"], device["claim_secret"], key)
    theirs = encoded(other.public_key().public_bytes_raw())
    for wrong in ({"public_key": theirs}, {"signature": "A" * 86}, {"public_key": "A" * 43}, {"serial": "JN-0002"}):
        answer = await registering(yard, good | wrong)
        assert (answer.status_code, answer.json()["code"]) == (422, "signature_invalid")
    assert (await registering(yard, good)).status_code == 201


async def test_of_two_who_claim_at_once_one_wins(yard: Yard) -> None:
    device = await enrolled(yard)
    bodies = [claim(device["serial"], device["claim_secret"], Ed25519PrivateKey.generate()) for _ in range(4)]
    answers = await asyncio.gather(*(registering(yard, body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [201, 403, 403, 403]
    assert len(await yard.rig.events(DeviceRegistered)) == 1


async def test_a_device_repeats_its_claim_until_it_has_signed_in(yard: Yard) -> None:
    device, key = await enrolled(yard), Ed25519PrivateKey.generate()
    body = claim(device["serial"], device["claim_secret"], key)
    await registering(yard, body)
    second = await machine(yard, device, key)
    assert (await rotate(second)).status_code == 200
    assert (await registering(yard, body)).json()["code"] == "claim_invalid"
    assert len(await yard.rig.events(DeviceRegistered)) == 1


async def test_a_claim_expires_and_can_be_given_again(yard: Yard, moved: Any) -> None:
    device, key = await enrolled(yard), Ed25519PrivateKey.generate()
    moved(timedelta(days=8))
    late = await registering(yard, claim(device["serial"], device["claim_secret"], key))
    assert (late.status_code, late.json()["code"]) == (410, "claim_expired")
    again = await yard.as_admin("POST", f"{DEVICES}/{device['id']}/claim")
    assert (await machine(yard, again.json())).id == device["id"]


async def test_a_new_claim_ends_secrets_and_key(yard: Yard) -> None:
    device = await enrolled(yard)
    old = await machine(yard, device)
    assert (await rotate(old)).status_code == 200
    again = (await yard.as_admin("POST", f"{DEVICES}/{device['id']}/claim")).json()
    await forget_credentials(yard)
    assert (await rotate(old)).status_code == 401
    new = await machine(yard, again)
    async with yard.rig.db.reader() as db:
        assert await keys_of(db, new.id) == [each.key.public_key().public_bytes_raw() for each in (new, old)]


async def test_attempts_to_claim_a_serial_are_limited_whether_it_exists_or_not(yard: Yard, moved: Any) -> None:
    device, key = await enrolled(yard), Ed25519PrivateKey.generate()
    for serial in (device["serial"], "JN-4242"):
        tries = [await registering(yard, claim(serial, "x" * 43, key)) for _ in range(11)]
        assert [answer.status_code for answer in tries] == [403] * 10 + [429]
        assert int(tries[-1].headers["Retry-After"]) > 0
    good = claim(device["serial"], device["claim_secret"], key)
    assert (await registering(yard, good)).status_code == 429
    moved(timedelta(minutes=16))
    assert (await registering(yard, good)).status_code == 201


async def test_a_rotated_secret_stays_good_for_minutes(yard: Yard, moved: Any) -> None:
    device = await yard.machine()
    answer = await rotate(device)
    new = Machine(yard.rig, device.id, yard.farm_id, device.key, answer.json()["secret"])
    await forget_credentials(yard)
    assert [(await rotate(each)).status_code for each in (device, new)] == [200, 200]
    moved(timedelta(minutes=11))
    await forget_credentials(yard)
    assert (await rotate(device)).status_code == 401


async def test_a_device_has_few_good_secrets_at_once(yard: Yard) -> None:
    device = await yard.machine()
    answers = [await rotate(device) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429]


async def test_a_device_acts_under_its_own_id_only(yard: Yard) -> None:
    device, other = await yard.machine(), await yard.machine()
    for wrong in (other.id, new_id()):
        answer = await device.send("POST", f"jetson/devices/{wrong}/rotate-credential")
        assert (answer.status_code, answer.json()["code"]) == (404, "device_not_found")


async def test_a_revoked_device_is_refused_and_its_cameras_are_inactive(yard: Yard) -> None:
    device = await yard.machine()
    camera = await yard.camera(device)
    assert (await yard.as_admin("DELETE", f"{DEVICES}/{device.id}")).status_code == 204
    assert (await yard.as_admin("DELETE", f"{DEVICES}/{device.id}")).status_code == 204
    await forget_credentials(yard)
    assert (await rotate(device)).status_code == 401
    shown = (await yard.as_admin("GET", f"admin/cameras/{camera}")).json()
    assert (shown["is_active"], shown["state"]) == (False, "inactive")
    assert (await yard.as_admin("POST", f"{DEVICES}/{device.id}/claim")).json()["code"] == "device_revoked"
    assert [str(event.device_id) for event in await yard.rig.events(DeviceRevoked)] == [str(device.id)]


async def test_a_device_that_never_registered_is_removed_and_others_stay_on_record(yard: Yard) -> None:
    never, once = await enrolled(yard), await enrolled(yard, "JN-0002")
    await machine(yard, once)
    for device, status in ((never, 404), (once, 200)):
        assert (await yard.as_admin("DELETE", f"{DEVICES}/{device['id']}")).status_code == 204
        assert (await yard.as_admin("GET", f"{DEVICES}/{device['id']}")).status_code == status
    assert (await enrolled(yard, "JN-0002"))["id"] != once["id"]


async def test_a_serial_is_enrolled_once_and_for_a_farm_that_there_is(yard: Yard) -> None:
    await enrolled(yard)
    body = {"name": "Other", "serial": "JN-0001", "farm_id": str(yard.farm_id)}
    assert (await yard.as_admin("POST", DEVICES, body)).json()["code"] == "device_exists"
    nowhere = body | {"serial": "JN-0002", "farm_id": str(new_id())}
    assert (await yard.as_admin("POST", DEVICES, nowhere)).json()["code"] == "unknown_farm"


async def test_a_device_moves_with_its_cameras_and_leaves_areas_and_animals(yard: Yard) -> None:
    device, farm = await yard.machine(), await yard.farm(new_id(), staff=[])
    camera, animal = await yard.camera(device), await yard.animal()
    await yard.as_admin("POST", f"admin/cameras/{camera}/assign-livestock", {"livestock_ids": [str(animal)]})
    body = {"name": "Moved", "farm_id": str(farm), "version": 1}
    moved = await yard.as_admin("PUT", f"{DEVICES}/{device.id}", body)
    assert (moved.status_code, moved.json()["farm_id"]) == (200, str(farm))
    assert (await yard.as_admin("PUT", f"{DEVICES}/{device.id}", body)).json()["version"] == 2
    shown = (await yard.as_admin("GET", f"admin/cameras/{camera}")).json()
    assert (shown["farm_id"], shown["area_id"]) == (str(farm), None)
    assert (await yard.as_admin("GET", f"admin/cameras/{camera}/livestock")).json()["items"] == []
    [event] = await yard.rig.events(DeviceMoved)
    assert (event.previous_farm_id, event.farm_id) == (yard.farm_id, farm)


async def test_devices_are_listed_by_farm_and_by_whether_they_are_online(yard: Yard, moved: Any) -> None:
    silent, heard = await yard.machine(), await yard.machine()
    await rotate(silent)
    moved(timedelta(minutes=2))
    await forget_credentials(yard)
    await rotate(heard)

    async def listed(query: str) -> list[str]:
        return [each["id"] for each in (await yard.as_admin("GET", f"{DEVICES}?{query}")).json()["items"]]

    assert await listed("online=true") == [str(heard.id)]
    assert await listed("online=false") == [str(silent.id)]
    assert await listed(f"farm_id={new_id()}") == []
    assert await listed("revoked=true") == []
    assert len(await listed(f"farm_id={yard.farm_id}&revoked=false")) == 2


async def test_farm_staff_see_the_devices_of_their_farm_only(yard: Yard) -> None:
    await yard.machine()
    mine = await yard.as_hand("GET", f"staff/farms/{yard.farm_id}/devices")
    assert len(mine.json()["items"]) == 1
    assert "claim_expires_at" not in mine.text
    for farm_id in (await yard.farm(new_id(), staff=[]), new_id()):
        assert (await yard.as_hand("GET", f"staff/farms/{farm_id}/devices")).json()["code"] == "other_farm"


@pytest.mark.parametrize(
    "odd",
    [
        {"capabilities": ["a"] * 51},
        {"capabilities": ["Not This"]},
        {"ip_address": "999.1.1.1"},
        {"serial": "a\u0000b"},
        {"name": "\u200b"},
        {"local_address": "x" * 501},
        {"farm_id": 7},
        {"extra": True},
    ],
)
async def test_odd_devices_are_refused(yard: Yard, odd: dict[str, Any]) -> None:
    body = {"name": "North", "serial": "JN-0001", "farm_id": str(yard.farm_id)}
    assert (await yard.as_admin("POST", DEVICES, body | odd)).status_code == 422


@pytest.mark.parametrize(
    "odd",
    [
        b"Basic",
        b"Basic !!!",
        b"Basic " + base64.b64encode(b"no colon"),
        b"Basic " + base64.b64encode(b"\xff\xfe:\xff"),
        b"Basic " + base64.b64encode(b"\x00:\x00"),
        b"Basic " + base64.b64encode(b"x" * 5_000 + b":" + b"y" * 5_000),
        "Basic é".encode(),
        b"Bearer x",
    ],
)
async def test_odd_credentials_are_refused(yard: Yard, odd: bytes) -> None:
    machine = await yard.machine()
    path = f"/api/v1/jetson/devices/{machine.id}/heartbeat"
    answer = await yard.rig.http.post(path, headers={b"Authorization": odd})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
