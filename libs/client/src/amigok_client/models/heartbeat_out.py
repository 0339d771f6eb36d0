from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HeartbeatOut")


@_attrs_define
class HeartbeatOut:
    """What a device needs to know. Without a sign of life it is offline after `silence_seconds`."""

    pending_commands: int
    server_time: datetime.datetime
    silence_seconds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pending_commands = self.pending_commands

        server_time = self.server_time.isoformat()

        silence_seconds = self.silence_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pending_commands": pending_commands,
                "server_time": server_time,
                "silence_seconds": silence_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pending_commands = d.pop("pending_commands")

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        silence_seconds = d.pop("silence_seconds")

        heartbeat_out = cls(
            pending_commands=pending_commands,
            server_time=server_time,
            silence_seconds=silence_seconds,
        )

        heartbeat_out.additional_properties = d
        return heartbeat_out

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
