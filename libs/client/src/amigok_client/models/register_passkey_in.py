from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.attestation import Attestation


T = TypeVar("T", bound="RegisterPasskeyIn")


@_attrs_define
class RegisterPasskeyIn:
    credential: Attestation
    """ The result of `navigator.credentials.create()`, as `toJSON()` writes it. """
    name: str
    """ What its owner calls it """

    def to_dict(self) -> dict[str, Any]:
        credential = self.credential.to_dict()

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "credential": credential,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attestation import Attestation  # noqa: PLC0415

        d = dict(src_dict)
        credential = Attestation.from_dict(d.pop("credential"))

        name = d.pop("name")

        register_passkey_in = cls(
            credential=credential,
            name=name,
        )

        return register_passkey_in
