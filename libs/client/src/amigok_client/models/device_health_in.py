from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.camera_condition_in import CameraConditionIn


T = TypeVar("T", bound="DeviceHealthIn")


@_attrs_define
class DeviceHealthIn:
    """How a device is. `clock` is what its own clock shows; what it does not measure it leaves out."""

    cameras: list[CameraConditionIn] | Unset = UNSET
    clock: datetime.datetime | None | Unset = UNSET
    cpu_percent: float | None | Unset = UNSET
    disk_percent: float | None | Unset = UNSET
    memory_percent: float | None | Unset = UNSET
    model_version: None | str | Unset = UNSET
    temperature_celsius: float | None | Unset = UNSET
    uptime_seconds: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        cameras: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.cameras, Unset):
            cameras = []
            for cameras_item_data in self.cameras:
                cameras_item = cameras_item_data.to_dict()
                cameras.append(cameras_item)

        clock: None | str | Unset
        if isinstance(self.clock, Unset):
            clock = UNSET
        elif isinstance(self.clock, datetime.datetime):
            clock = self.clock.isoformat()
        else:
            clock = self.clock

        cpu_percent: float | None | Unset
        if isinstance(self.cpu_percent, Unset):
            cpu_percent = UNSET
        else:
            cpu_percent = self.cpu_percent

        disk_percent: float | None | Unset
        if isinstance(self.disk_percent, Unset):
            disk_percent = UNSET
        else:
            disk_percent = self.disk_percent

        memory_percent: float | None | Unset
        if isinstance(self.memory_percent, Unset):
            memory_percent = UNSET
        else:
            memory_percent = self.memory_percent

        model_version: None | str | Unset
        if isinstance(self.model_version, Unset):
            model_version = UNSET
        else:
            model_version = self.model_version

        temperature_celsius: float | None | Unset
        if isinstance(self.temperature_celsius, Unset):
            temperature_celsius = UNSET
        else:
            temperature_celsius = self.temperature_celsius

        uptime_seconds: int | None | Unset
        if isinstance(self.uptime_seconds, Unset):
            uptime_seconds = UNSET
        else:
            uptime_seconds = self.uptime_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cameras is not UNSET:
            field_dict["cameras"] = cameras
        if clock is not UNSET:
            field_dict["clock"] = clock
        if cpu_percent is not UNSET:
            field_dict["cpu_percent"] = cpu_percent
        if disk_percent is not UNSET:
            field_dict["disk_percent"] = disk_percent
        if memory_percent is not UNSET:
            field_dict["memory_percent"] = memory_percent
        if model_version is not UNSET:
            field_dict["model_version"] = model_version
        if temperature_celsius is not UNSET:
            field_dict["temperature_celsius"] = temperature_celsius
        if uptime_seconds is not UNSET:
            field_dict["uptime_seconds"] = uptime_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.camera_condition_in import CameraConditionIn  # noqa: PLC0415

        d = dict(src_dict)
        _cameras = d.pop("cameras", UNSET)
        cameras: list[CameraConditionIn] | Unset = UNSET
        if _cameras is not UNSET:
            cameras = []
            for cameras_item_data in _cameras:
                cameras_item = CameraConditionIn.from_dict(cameras_item_data)

                cameras.append(cameras_item)

        def _parse_clock(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clock_type_0 = datetime.datetime.fromisoformat(data)

                return clock_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        clock = _parse_clock(d.pop("clock", UNSET))

        def _parse_cpu_percent(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        cpu_percent = _parse_cpu_percent(d.pop("cpu_percent", UNSET))

        def _parse_disk_percent(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        disk_percent = _parse_disk_percent(d.pop("disk_percent", UNSET))

        def _parse_memory_percent(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        memory_percent = _parse_memory_percent(d.pop("memory_percent", UNSET))

        def _parse_model_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model_version = _parse_model_version(d.pop("model_version", UNSET))

        def _parse_temperature_celsius(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        temperature_celsius = _parse_temperature_celsius(d.pop("temperature_celsius", UNSET))

        def _parse_uptime_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        uptime_seconds = _parse_uptime_seconds(d.pop("uptime_seconds", UNSET))

        device_health_in = cls(
            cameras=cameras,
            clock=clock,
            cpu_percent=cpu_percent,
            disk_percent=disk_percent,
            memory_percent=memory_percent,
            model_version=model_version,
            temperature_celsius=temperature_celsius,
            uptime_seconds=uptime_seconds,
        )

        return device_health_in
