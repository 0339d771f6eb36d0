from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Summary")


@_attrs_define
class Summary:
    """What was measured, in °C, weighted by time; null where nothing was.

    `measured_minutes` are how long readings held: each until the next one, at most 30 minutes. `minutes_above` and
    `minutes_below` are those outside of the range that the equipment has now.

    """

    highest: float | None
    lowest: float | None
    mean: float | None
    mean_kinetic: float | None
    measured_minutes: float
    minutes_above: float
    minutes_below: float
    readings: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        highest: float | None
        highest = self.highest

        lowest: float | None
        lowest = self.lowest

        mean: float | None
        mean = self.mean

        mean_kinetic: float | None
        mean_kinetic = self.mean_kinetic

        measured_minutes = self.measured_minutes

        minutes_above = self.minutes_above

        minutes_below = self.minutes_below

        readings = self.readings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "highest": highest,
                "lowest": lowest,
                "mean": mean,
                "mean_kinetic": mean_kinetic,
                "measured_minutes": measured_minutes,
                "minutes_above": minutes_above,
                "minutes_below": minutes_below,
                "readings": readings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_highest(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        highest = _parse_highest(d.pop("highest"))

        def _parse_lowest(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lowest = _parse_lowest(d.pop("lowest"))

        def _parse_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean = _parse_mean(d.pop("mean"))

        def _parse_mean_kinetic(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean_kinetic = _parse_mean_kinetic(d.pop("mean_kinetic"))

        measured_minutes = d.pop("measured_minutes")

        minutes_above = d.pop("minutes_above")

        minutes_below = d.pop("minutes_below")

        readings = d.pop("readings")

        summary = cls(
            highest=highest,
            lowest=lowest,
            mean=mean,
            mean_kinetic=mean_kinetic,
            measured_minutes=measured_minutes,
            minutes_above=minutes_above,
            minutes_below=minutes_below,
            readings=readings,
        )

        summary.additional_properties = d
        return summary

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
