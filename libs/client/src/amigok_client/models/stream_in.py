from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="StreamIn")


@_attrs_define
class StreamIn:
    """Which of the device's cameras is meant."""

    camera_id: UUID

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "camera_id": camera_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        stream_in = cls(
            camera_id=camera_id,
        )

        return stream_in
