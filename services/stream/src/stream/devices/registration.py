"""A device registers with the claim secret that the administrator was told, and with a key that it has made itself."""

import hmac
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_devices import DeviceRegistered
from stream.devices import claims, credentials
from stream.devices.errors import ClaimExpired, ClaimInvalid, SignatureInvalid
from stream.devices.models import Device
from stream.devices.schemas import DeviceCredentialOut, DeviceRegistrationIn


async def register(db: Database, body: DeviceRegistrationIn) -> DeviceCredentialOut:
    """Gives a device its secret and takes its public key, once for a claim.

    Until the device has signed in for the first time, it may repeat this with the same key in case the answer is lost.
    Raises SignatureInvalid, TooManyClaims, ClaimInvalid, ClaimExpired, TooManyRotations.
    """
    _check_signature(body)
    await claims.attempt(db, body.serial)
    async with db.unit_of_work() as unit:
        return await _register(unit, body)


def signed_text(serial: str, claim_secret: str, public_key: str) -> bytes:
    """What the device signs: these four lines, UTF-8, without a line feed at the end."""
    return "\n".join(("amigok device claim v1", serial, claim_secret, public_key)).encode()


def _check_signature(body: DeviceRegistrationIn) -> None:
    key = Ed25519PublicKey.from_public_bytes(body.key)
    try:
        key.verify(body.signed, signed_text(body.serial, body.claim_secret.get_secret_value(), body.public_key))
    except InvalidSignature as error:
        raise SignatureInvalid from error


async def _register(db: UnitOfWork, body: DeviceRegistrationIn) -> DeviceCredentialOut:
    device = await _claimed(db, body)
    now = clock.now()
    if device.public_key is None:
        device.public_key, device.registered_at = body.key, now
        _tell(db, device, now)
    given = await credentials.give(db, device.id)
    await claims.forgive(db, body.serial)
    return given


async def _claimed(db: UnitOfWork, body: DeviceRegistrationIn) -> Device:
    """The device with this claim, locked. What it is that does not fit is not told."""
    same = select(Device).where(Device.serial == body.serial, Device.revoked_at.is_(None))
    device = await db.scalar(same.with_for_update(key_share=True))
    wanted = device.claim_digest if device is not None else None
    if not hmac.compare_digest(wanted or b"", credentials.digest(body.claim_secret.get_secret_value())):
        raise ClaimInvalid
    if device is None or device.public_key not in (None, body.key):
        raise ClaimInvalid
    if device.claim_expires_at is None or device.claim_expires_at <= clock.now():
        raise ClaimExpired
    return device


def _tell(db: UnitOfWork, device: Device, now: datetime) -> None:
    emit(db, DeviceRegistered(device_id=device.id, farm_id=device.farm_id, device_name=device.name, registered_at=now))
