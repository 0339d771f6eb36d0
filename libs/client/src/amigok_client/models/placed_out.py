from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.placed_out_verdict import PlacedOutVerdict, check_placed_out_verdict

T = TypeVar("T", bound="PlacedOut")


@_attrs_define
class PlacedOut:
    livestock_id: UUID
    verdict: PlacedOutVerdict
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        livestock_id = str(self.livestock_id)

        verdict: str = self.verdict

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "livestock_id": livestock_id,
                "verdict": verdict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        livestock_id = UUID(d.pop("livestock_id"))

        verdict = check_placed_out_verdict(d.pop("verdict"))

        placed_out = cls(
            livestock_id=livestock_id,
            verdict=verdict,
        )

        placed_out.additional_properties = d
        return placed_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
