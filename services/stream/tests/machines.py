"""A device as tests use it, with rows of its own: what registering does has its own tests."""

import secrets
from hashlib import sha256
from typing import Any, Self
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from stream.cameras.models import Camera
from stream.devices.models import Credential, Device


class Machine:
    """A registered device with its key and secret."""

    def __init__(self, rig: Rig, id: UUID, farm_id: UUID, key: Ed25519PrivateKey, secret: str) -> None:
        self.rig, self.id, self.farm_id, self.key, self.secret = rig, id, farm_id, key, secret

    @classmethod
    async def registered(cls, rig: Rig, *, farm_id: UUID, **values: Any) -> Self:
        machine = cls(rig, new_id(), farm_id, Ed25519PrivateKey.generate(), secrets.token_urlsafe(32))
        now = clock.now()
        device = Device(
            id=machine.id,
            version=1,
            serial=f"JN-{machine.id.hex[-8:]}",
            farm_id=farm_id,
            public_key=machine.key.public_key().public_bytes_raw(),
            registered_at=now,
            created_at=now,
            created_by=new_id(),
            **{"name": "Barn device"} | values,
        )
        async with rig.db.unit_of_work() as db:
            db.add(device)
            await db.flush()
            digest = sha256(machine.secret.encode()).digest()
            db.add(Credential(digest=digest, device_id=machine.id, created_at=now))
        return machine

    async def camera(self, **values: Any) -> UUID:
        camera = Camera(
            id=new_id(),
            version=1,
            device_id=self.id,
            farm_id=self.farm_id,
            created_at=clock.now(),
            created_by=new_id(),
            **{"name": "Barn 1, gate"} | values,
        )
        async with self.rig.db.unit_of_work() as db:
            db.add(camera)
        return camera.id

    async def send(self, method: str, path: str, body: Any = None, **given: Any) -> httpx.Response:
        """A request of the device's below /api/v1."""
        auth = httpx.BasicAuth(str(self.id), self.secret)
        return await self.rig.http.request(method, f"/api/v1/{path}", json=body, auth=auth, **given)
