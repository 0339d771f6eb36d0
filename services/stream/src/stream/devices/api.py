"""What devices ask about themselves, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Session, Statements
from amigok_chassis.problems import problems
from stream.devices import credentials, registration
from stream.devices.errors import (
    ClaimExpired,
    ClaimInvalid,
    DeviceNotFound,
    SignatureInvalid,
    TooManyClaims,
    TooManyRotations,
)
from stream.devices.login import OwnDevice
from stream.devices.schemas import DeviceCredentialOut, DeviceRegistrationIn

router = APIRouter(prefix="/api/v1/jetson/devices")


@router.post(
    "/register",
    status_code=201,
    responses=problems(SignatureInvalid, TooManyClaims, ClaimInvalid, ClaimExpired, TooManyRotations),
)
async def register_device(body: DeviceRegistrationIn, db: Statements) -> DeviceCredentialOut:
    """Registers an enrolled device with its claim secret and its own key. The answer has its secret, told this once.

    A device that has lost the answer repeats the request with the same key until it has signed in for the first time.
    """
    return await registration.register(db, body)


@router.post("/{device_id}/rotate-credential", responses=problems(DeviceNotFound, TooManyRotations))
async def rotate_credential(device: OwnDevice, db: Session) -> DeviceCredentialOut:
    """Gives the device a new secret. The one before stays good for some minutes, in case this answer is lost."""
    return await credentials.rotate(db, device.id)
