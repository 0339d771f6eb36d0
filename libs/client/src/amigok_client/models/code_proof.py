from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CodeProof")


@_attrs_define
class CodeProof:
    """The code of the newest mail to the address."""

    code: str
    email: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "email": email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        email = d.pop("email")

        code_proof = cls(
            code=code,
            email=email,
        )

        return code_proof
