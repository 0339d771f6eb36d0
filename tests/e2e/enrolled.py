"""Devices as administrators enrol them, cameras that show animals, and devices of which there is only the login."""

import secrets
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from amigok import demo_stream
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import livestock
from tests.simulators.jetson.identity import Identity


@dataclass(frozen=True)
class Login:
    """With what a device signs in, by HTTP and by MQTT."""

    id: UUID
    secret: str

    @property
    def auth(self) -> httpx.BasicAuth:
        return httpx.BasicAuth(str(self.id), self.secret)


async def farm_of(fleet: Any, animal: UUID) -> UUID:
    """The farm where an animal is."""
    farm_id: UUID = (await fleet.admin.send(livestock.get_livestock(animal))).farm_id
    return farm_id


async def enrolled(fleet: Any, farm_id: UUID, serial: str) -> Any:
    """What the administrator is told of a device that is to register: also its claim secret."""
    wanted = {
        "name": "Barn",
        "farm_id": str(farm_id),
        "serial": serial,
        "capabilities": demo_stream.CAPABILITIES,
    }
    return await until(partial(demo_stream.known, fleet.admin, "admin/jetson/devices", wanted))


async def registered(fleet: Any, folder: Path, farm_id: UUID) -> Login:
    """A device that has just registered with a key of its own, which it keeps in this folder."""
    identity = Identity(folder)
    identity.begin(f"JN-{secrets.token_hex(4)}")
    device = await enrolled(fleet, farm_id, identity.serial)
    answer = await fleet.http.post("/api/v1/jetson/devices/register", json=identity.claim(device["claim_secret"]))
    assert answer.is_success, answer.text
    return Login(UUID(device["id"]), answer.json()["secret"])


async def camera(fleet: Any, device_id: UUID, animal: UUID, *, recording: str = "off") -> UUID:
    """A camera of the device that shows the animal. Returns its id."""
    wanted = {"device_id": str(device_id), "name": "Gate", "recording": recording}
    camera_id = (await demo_stream.ask(fleet.admin, "POST", "admin/cameras", wanted))["id"]
    await until(partial(_shows, fleet, camera_id, animal))
    return UUID(camera_id)


async def _shows(fleet: Any, camera_id: str, animal: UUID) -> bool:
    """Has the camera show the animal, if stream knows already where it is."""
    path, body = f"admin/cameras/{camera_id}/assign-livestock", {"livestock_ids": [str(animal)]}
    try:
        await demo_stream.ask(fleet.admin, "POST", path, body)
    except Problem as problem:
        if problem.code != "animals_elsewhere":
            raise
        return False
    return True
