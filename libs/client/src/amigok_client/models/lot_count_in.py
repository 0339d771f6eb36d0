from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="LotCountIn")


@_attrs_define
class LotCountIn:
    """What somebody has counted of a lot, and why it differs from the books."""

    counted_kg: float | str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        counted_kg: float | str
        counted_kg = self.counted_kg

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "counted_kg": counted_kg,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_counted_kg(data: object) -> float | str:
            return cast(float | str, data)

        counted_kg = _parse_counted_kg(d.pop("counted_kg"))

        reason = d.pop("reason")

        lot_count_in = cls(
            counted_kg=counted_kg,
            reason=reason,
        )

        return lot_count_in
