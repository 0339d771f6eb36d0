from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="CountIn")


@_attrs_define
class CountIn:
    """What was counted of a batch. `version` is that of the batch when it was read."""

    note: str
    quantity: float | str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        note = self.note

        quantity: float | str
        quantity = self.quantity

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
                "quantity": quantity,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        note = d.pop("note")

        def _parse_quantity(data: object) -> float | str:
            return cast(float | str, data)

        quantity = _parse_quantity(d.pop("quantity"))

        version = d.pop("version")

        count_in = cls(
            note=note,
            quantity=quantity,
            version=version,
        )

        return count_in
