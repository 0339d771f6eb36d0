"""Devices over HTTP, as they speak for themselves."""

import base64
from datetime import datetime
from functools import cached_property
from typing import Annotated
from uuid import UUID

from pydantic import Field, SecretStr, StringConstraints

from amigok_chassis.schemas import In, Out

Serial = Annotated[
    str,
    StringConstraints(min_length=3, max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/-]{2,99}$"),
    Field(description="What the maker has printed on it", examples=["JN-0421-7731"]),
]
Base64Key = Annotated[
    str,
    StringConstraints(min_length=43, max_length=43, pattern=r"^[A-Za-z0-9_-]{43}$"),
    Field(description="32 bytes, base64url without padding", examples=["q0aS2v9yVdNS1yq4bQz0y9uTnE1dS7wM0mJb3cX8k5I"]),
]
Base64Signature = Annotated[
    str,
    StringConstraints(min_length=86, max_length=86, pattern=r"^[A-Za-z0-9_-]{86}$"),
    Field(description="64 bytes, base64url without padding", examples=["kT9v" * 21 + "Aw"]),
]


class DeviceRegistrationIn(In):
    """A device claims what an administrator has enrolled.

    It makes an Ed25519 key and signs four lines, joined by line feeds: `amigok device claim v1`, the serial, the claim
    secret, the public key as it is sent.
    """

    serial: Serial
    claim_secret: Annotated[SecretStr, Field(min_length=16, max_length=100, examples=["p3Xq9sT1vW5yZ7bC2dF4gH6jK8m"])]
    public_key: Base64Key
    signature: Base64Signature

    @cached_property
    def key(self) -> bytes:
        return _decode(self.public_key)

    @cached_property
    def signed(self) -> bytes:
        return _decode(self.signature)


class DeviceCredentialOut(Out):
    """The secret with which a device signs in from now on, told this once. `device_id` is the name that goes with it.

    What the device had before is good until `previous_until`.
    """

    device_id: UUID
    secret: str = Field(examples=["hV9mXr2P0y8mJk3qT5sW7uZ1bD4fG6hK8lN0pR2tV4x"])
    previous_until: datetime


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
