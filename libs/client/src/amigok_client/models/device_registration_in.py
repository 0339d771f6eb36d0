from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeviceRegistrationIn")


@_attrs_define
class DeviceRegistrationIn:
    """A device claims what an administrator has enrolled.

    It makes an Ed25519 key and signs four lines, joined by line feeds: `amigok device claim v1`, the serial, the claim
    secret, the public key as it is sent.

    """

    claim_secret: str
    public_key: str
    """ 32 bytes, base64url without padding """
    serial: str
    """ What the maker has printed on it """
    signature: str
    """ 64 bytes, base64url without padding """

    def to_dict(self) -> dict[str, Any]:
        claim_secret = self.claim_secret

        public_key = self.public_key

        serial = self.serial

        signature = self.signature

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "claim_secret": claim_secret,
                "public_key": public_key,
                "serial": serial,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_secret = d.pop("claim_secret")

        public_key = d.pop("public_key")

        serial = d.pop("serial")

        signature = d.pop("signature")

        device_registration_in = cls(
            claim_secret=claim_secret,
            public_key=public_key,
            serial=serial,
            signature=signature,
        )

        return device_registration_in
