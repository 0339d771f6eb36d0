from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LevelOut")


@_attrs_define
class LevelOut:
    """A level, the experience that it begins with, and that of the next one; null: there is none."""

    begins_at: int
    level: int
    next_at: int | None
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        begins_at = self.begins_at

        level = self.level

        next_at: int | None
        next_at = self.next_at

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begins_at": begins_at,
                "level": level,
                "next_at": next_at,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins_at = d.pop("begins_at")

        level = d.pop("level")

        def _parse_next_at(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        xp = d.pop("xp")

        level_out = cls(
            begins_at=begins_at,
            level=level,
            next_at=next_at,
            xp=xp,
        )

        level_out.additional_properties = d
        return level_out

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
