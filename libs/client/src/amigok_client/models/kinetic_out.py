from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="KineticOut")


@_attrs_define
class KineticOut:
    """The mean kinetic temperatures of equipment in °C until now; null where nothing was measured.

    They are weighted by time. Haynes's formula, with an activation energy of 83.144 kJ/mol (USP <1079.2>).

    """

    day: float | None
    month: float | None
    """ Of 30 days """
    week: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        day: float | None
        day = self.day

        month: float | None
        month = self.month

        week: float | None
        week = self.week

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "day": day,
                "month": month,
                "week": week,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_day(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        day = _parse_day(d.pop("day"))

        def _parse_month(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        month = _parse_month(d.pop("month"))

        def _parse_week(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        week = _parse_week(d.pop("week"))

        kinetic_out = cls(
            day=day,
            month=month,
            week=week,
        )

        kinetic_out.additional_properties = d
        return kinetic_out

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
