"""Devices as administrators enrol them, cameras that show animals, and devices of which there is only the login."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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

OUT_OF_ORDER = (502, 503, 504)
"""The gateway's answers while a service is down."""


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


async def revoke(fleet: Any, device_id: object) -> None:
    """Takes a device out of service: nobody notes later that it is silent. Waits for a service that was killed."""

    async def gone() -> bool:
        try:
            await demo_stream.ask(fleet.admin, "DELETE", f"admin/jetson/devices/{device_id}")
        except Problem as problem:
            if problem.status not in OUT_OF_ORDER:
                raise
            return False
        return True

    await until(gone)


@asynccontextmanager
async def registered(fleet: Any, folder: Path, farm_id: UUID) -> AsyncIterator[Login]:
    """A device that has just registered with a key of its own, kept in this folder. It is revoked afterwards."""
    identity = Identity(folder)
    identity.begin(f"JN-{secrets.token_hex(4)}")
    device = await enrolled(fleet, farm_id, identity.serial)
    answer = await fleet.http.post("/api/v1/jetson/devices/register", json=identity.claim(device["claim_secret"]))
    assert answer.is_success, answer.text
    try:
        yield Login(UUID(device["id"]), answer.json()["secret"])
    finally:
        await revoke(fleet, device["id"])


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
