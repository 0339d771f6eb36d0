from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="TypicalWeightIn")


@_attrs_define
class TypicalWeightIn:
    """What a grown animal of a breed weighs, null if that is not known, and the breed's version that you have read."""

    typical_weight_kg: float | None | str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        typical_weight_kg: float | None | str
        typical_weight_kg = self.typical_weight_kg

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "typical_weight_kg": typical_weight_kg,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_typical_weight_kg(data: object) -> float | None | str:
            if data is None:
                return data
            return cast(float | None | str, data)

        typical_weight_kg = _parse_typical_weight_kg(d.pop("typical_weight_kg"))

        version = d.pop("version")

        typical_weight_in = cls(
            typical_weight_kg=typical_weight_kg,
            version=version,
        )

        return typical_weight_in
