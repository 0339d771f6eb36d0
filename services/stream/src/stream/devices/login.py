"""Devices sign in with their id and their secret (HTTP Basic; MQTT with the same), users with access tokens."""

import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from fastapi.security import HTTPBasic, HTTPBasicCredentials

from amigok_chassis import clock
from amigok_chassis.context import Context, InContext
from amigok_chassis.errors import Unauthenticated, Unavailable
from amigok_chassis.problems import raising
from stream.settings import Settings

MOST = 10_000
"""Remembered credentials."""

_FIND = """
    SELECT id, farm_id FROM devices JOIN device_credentials AS known ON known.device_id = devices.id
    WHERE known.digest = $1 AND id = $2 AND revoked_at IS NULL AND (known.expires_at IS NULL OR known.expires_at > $3)
"""


@dataclass(frozen=True, slots=True)
class DevicePrincipal:
    """The device behind a request."""

    id: UUID
    farm_id: UUID


@dataclass
class _Known:
    """Devices by the digest of their login, and until when each is believed without asking (monotonic seconds)."""

    logins: dict[bytes, tuple[DevicePrincipal, float]] = field(default_factory=dict)


def _known(_: Context) -> _Known:
    return _Known()


async def authenticate(context: Context, device_id: str, secret: str) -> DevicePrincipal:
    """The device with this secret. A revoked one is refused within `credential_cache`. Raises Unauthenticated."""
    digest = sha256(secret.encode("utf-8", "surrogateescape")).digest()
    logins, key = context.once(_known).logins, digest + device_id.encode("utf-8", "surrogateescape")
    device, until = logins.get(key, (None, 0.0))
    if device is None or until < time.monotonic():
        logins.pop(key, None)
        device = await _find(context, device_id, digest)
        if len(logins) >= MOST:
            logins.clear()
        logins[key] = device, time.monotonic() + context.settings(Settings).credential_cache.total_seconds()
    return device


async def _find(context: Context, device_id: str, digest: bytes) -> DevicePrincipal:
    try:
        rows = await context.db.fetch(_FIND, digest, UUID(device_id), clock.now())
    except ValueError as error:
        raise Unauthenticated from error
    if not rows:
        raise Unauthenticated
    return DevicePrincipal(rows[0]["id"], rows[0]["farm_id"])


_basic = HTTPBasic(auto_error=False, scheme_name="Device", description="A device's id and its secret")


@raising(Unauthenticated, Unavailable)
async def current_device(
    context: InContext, credentials: Annotated[HTTPBasicCredentials | None, Depends(_basic)]
) -> DevicePrincipal:
    """The device of the request. Raises Unauthenticated."""
    if credentials is None:
        raise Unauthenticated
    return await authenticate(context, credentials.username, credentials.password)


CurrentDevice = Annotated[DevicePrincipal, Depends(current_device)]
