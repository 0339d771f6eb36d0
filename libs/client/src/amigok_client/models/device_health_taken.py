from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeviceHealthTaken")


@_attrs_define
class DeviceHealthTaken:
    """The same, and which of the reported cameras are not the device's."""

    pending_commands: int
    server_time: datetime.datetime
    silence_seconds: int
    unknown_cameras: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pending_commands = self.pending_commands

        server_time = self.server_time.isoformat()

        silence_seconds = self.silence_seconds

        unknown_cameras = []
        for unknown_cameras_item_data in self.unknown_cameras:
            unknown_cameras_item = str(unknown_cameras_item_data)
            unknown_cameras.append(unknown_cameras_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pending_commands": pending_commands,
                "server_time": server_time,
                "silence_seconds": silence_seconds,
                "unknown_cameras": unknown_cameras,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pending_commands = d.pop("pending_commands")

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        silence_seconds = d.pop("silence_seconds")

        unknown_cameras = []
        _unknown_cameras = d.pop("unknown_cameras")
        for unknown_cameras_item_data in _unknown_cameras:
            unknown_cameras_item = UUID(unknown_cameras_item_data)

            unknown_cameras.append(unknown_cameras_item)

        device_health_taken = cls(
            pending_commands=pending_commands,
            server_time=server_time,
            silence_seconds=silence_seconds,
            unknown_cameras=unknown_cameras,
        )

        device_health_taken.additional_properties = d
        return device_health_taken

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
