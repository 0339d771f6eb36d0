from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConsentIn")


@_attrs_define
class ConsentIn:
    """Whether you may be told things by mail, and by SMS to your verified number."""

    email: bool
    phone: bool

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        phone = d.pop("phone")

        consent_in = cls(
            email=email,
            phone=phone,
        )

        return consent_in
