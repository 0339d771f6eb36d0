from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Delivery")


@_attrs_define
class Delivery:
    """What the buyer tells the seller about delivery."""

    address: str | Unset = ""
    notes: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        notes = self.notes

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if address is not UNSET:
            field_dict["address"] = address
        if notes is not UNSET:
            field_dict["notes"] = notes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address", UNSET)

        notes = d.pop("notes", UNSET)

        delivery = cls(
            address=address,
            notes=notes,
        )

        return delivery
