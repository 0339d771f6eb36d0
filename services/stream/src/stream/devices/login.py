"""Devices sign in with their id and their secret (HTTP Basic; MQTT with the same), users with access tokens."""

import base64
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from fastapi.security.utils import get_authorization_scheme_param

from amigok_chassis.context import Context, InContext
from amigok_chassis.errors import Unauthenticated, Unavailable
from amigok_chassis.problems import raising
from stream.devices.credentials import digest
from stream.devices.errors import DeviceNotFound
from stream.devices.hearing import MARK, moments
from stream.settings import Settings

MOST = 10_000
"""Remembered credentials."""

_FIND = f"""
WITH found AS MATERIALIZED (
    SELECT id, farm_id, previous_farm_id, moved_at, heard_at, registered_at, true AS signs_in
    FROM devices JOIN device_credentials AS known ON known.device_id = devices.id
    WHERE known.digest = $4 AND id = $5 AND revoked_at IS NULL AND (known.expires_at IS NULL OR known.expires_at > $1)
), {MARK}
SELECT id, farm_id, previous_farm_id, moved_at FROM found
"""


@dataclass(frozen=True, slots=True)
class DevicePrincipal:
    """The device behind a request. It was on `previous_farm_id` until `moved_at`, if it has moved."""

    id: UUID
    farm_id: UUID
    previous_farm_id: UUID | None = None
    moved_at: datetime | None = None

    def farm_at(self, moment: datetime) -> UUID:
        """The farm on which it was, as far as its last move tells: what it sends late was measured there."""
        if self.previous_farm_id is None or self.moved_at is None or moment >= self.moved_at:
            return self.farm_id
        return self.previous_farm_id


@dataclass
class _Known:
    """Devices by the digest of their login, and until when each is believed without asking (monotonic seconds)."""

    logins: dict[bytes, tuple[DevicePrincipal, float]] = field(default_factory=dict)


def _known(_: Context) -> _Known:
    return _Known()


async def authenticate(context: Context, device_id: str, secret: str) -> DevicePrincipal:
    """The device with this secret, which counts as heard. A revoked one is refused within `credential_cache`.

    Raises Unauthenticated.
    """
    kept = digest(secret)
    logins, key = context.once(_known).logins, kept + device_id.encode("utf-8", "surrogateescape")
    device, until = logins.get(key, (None, 0.0))
    if device is None or until < time.monotonic():
        logins.pop(key, None)
        device = await _find(context, device_id, kept)
        if len(logins) >= MOST:
            logins.clear()
        logins[key] = device, time.monotonic() + context.settings(Settings).credential_cache.total_seconds()
    return device


async def _find(context: Context, device_id: str, kept: bytes) -> DevicePrincipal:
    try:
        rows = await context.db.fetch(_FIND, *moments(context.settings(Settings)), kept, UUID(device_id))
    except ValueError as error:
        raise Unauthenticated from error
    if not rows:
        raise Unauthenticated
    return DevicePrincipal(**rows[0])


class _Basic(HTTPBasic):
    """Reads the header; what cannot be read is no sign-in."""

    async def __call__(self, request: Request) -> HTTPBasicCredentials | None:  # type: ignore[override]
        scheme, encoded = get_authorization_scheme_param(request.headers.get("Authorization"))
        try:
            name, colon, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
        except ValueError:
            return None
        return HTTPBasicCredentials(username=name, password=secret) if colon and scheme.lower() == "basic" else None


_basic = _Basic(auto_error=False, scheme_name="device", description="A device's id and its secret.")


@raising(Unauthenticated, Unavailable)
async def current_device(
    context: InContext, credentials: Annotated[HTTPBasicCredentials | None, Depends(_basic)]
) -> DevicePrincipal:
    """The device of the request. Raises Unauthenticated."""
    if credentials is None:
        raise Unauthenticated
    return await authenticate(context, credentials.username, credentials.password)


CurrentDevice = Annotated[DevicePrincipal, Depends(current_device)]


@raising(DeviceNotFound)
async def own_device(device_id: UUID, device: CurrentDevice) -> DevicePrincipal:
    """The device of the request, which is the one in its path. Raises DeviceNotFound."""
    if device.id != device_id:
        raise DeviceNotFound
    return device


OwnDevice = Annotated[DevicePrincipal, Depends(own_device)]
