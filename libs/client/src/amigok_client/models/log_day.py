from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LogDay")


@_attrs_define
class LogDay:
    """One day in the farm's time zone. `energy_kwh` is null where no power was measured."""

    day: datetime.date
    energy_kwh: float | None
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
        day = self.day.isoformat()

        energy_kwh: float | None
        energy_kwh = self.energy_kwh

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
                "day": day,
                "energy_kwh": energy_kwh,
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
        day = datetime.date.fromisoformat(d.pop("day"))

        def _parse_energy_kwh(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        energy_kwh = _parse_energy_kwh(d.pop("energy_kwh"))

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

        log_day = cls(
            day=day,
            energy_kwh=energy_kwh,
            highest=highest,
            lowest=lowest,
            mean=mean,
            mean_kinetic=mean_kinetic,
            measured_minutes=measured_minutes,
            minutes_above=minutes_above,
            minutes_below=minutes_below,
            readings=readings,
        )

        log_day.additional_properties = d
        return log_day

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
