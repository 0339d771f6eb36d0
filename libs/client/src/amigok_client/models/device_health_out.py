from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeviceHealthOut")


@_attrs_define
class DeviceHealthOut:
    """How a device was. `clock_skew_seconds` is how far its clock was ahead of ours."""

    clock_skew_seconds: float | None
    cpu_percent: float | None
    disk_percent: float | None
    memory_percent: float | None
    reported_at: datetime.datetime
    temperature_celsius: float | None
    uptime_seconds: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clock_skew_seconds: float | None
        clock_skew_seconds = self.clock_skew_seconds

        cpu_percent: float | None
        cpu_percent = self.cpu_percent

        disk_percent: float | None
        disk_percent = self.disk_percent

        memory_percent: float | None
        memory_percent = self.memory_percent

        reported_at = self.reported_at.isoformat()

        temperature_celsius: float | None
        temperature_celsius = self.temperature_celsius

        uptime_seconds: int | None
        uptime_seconds = self.uptime_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clock_skew_seconds": clock_skew_seconds,
                "cpu_percent": cpu_percent,
                "disk_percent": disk_percent,
                "memory_percent": memory_percent,
                "reported_at": reported_at,
                "temperature_celsius": temperature_celsius,
                "uptime_seconds": uptime_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_clock_skew_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        clock_skew_seconds = _parse_clock_skew_seconds(d.pop("clock_skew_seconds"))

        def _parse_cpu_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        cpu_percent = _parse_cpu_percent(d.pop("cpu_percent"))

        def _parse_disk_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        disk_percent = _parse_disk_percent(d.pop("disk_percent"))

        def _parse_memory_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        memory_percent = _parse_memory_percent(d.pop("memory_percent"))

        reported_at = datetime.datetime.fromisoformat(d.pop("reported_at"))

        def _parse_temperature_celsius(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        temperature_celsius = _parse_temperature_celsius(d.pop("temperature_celsius"))

        def _parse_uptime_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        uptime_seconds = _parse_uptime_seconds(d.pop("uptime_seconds"))

        device_health_out = cls(
            clock_skew_seconds=clock_skew_seconds,
            cpu_percent=cpu_percent,
            disk_percent=disk_percent,
            memory_percent=memory_percent,
            reported_at=reported_at,
            temperature_celsius=temperature_celsius,
            uptime_seconds=uptime_seconds,
        )

        device_health_out.additional_properties = d
        return device_health_out

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
