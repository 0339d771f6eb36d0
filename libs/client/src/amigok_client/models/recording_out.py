from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RecordingOut")


@_attrs_define
class RecordingOut:
    """A recording of `duration` seconds: the animal was `detected`, or the camera was to show it.

    The thumbnail's link is good for some minutes.

    """

    camera_id: UUID
    detected: bool
    duration: float
    ended_at: datetime.datetime
    height: int
    id: UUID
    is_kept: bool
    recording_class: str
    """ Known: `continuous`, `detections` """
    size: int
    started_at: datetime.datetime
    thumbnail_url: str
    width: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        detected = self.detected

        duration = self.duration

        ended_at = self.ended_at.isoformat()

        height = self.height

        id = str(self.id)

        is_kept = self.is_kept

        recording_class = self.recording_class

        size = self.size

        started_at = self.started_at.isoformat()

        thumbnail_url = self.thumbnail_url

        width = self.width

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "detected": detected,
                "duration": duration,
                "ended_at": ended_at,
                "height": height,
                "id": id,
                "is_kept": is_kept,
                "recording_class": recording_class,
                "size": size,
                "started_at": started_at,
                "thumbnail_url": thumbnail_url,
                "width": width,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        detected = d.pop("detected")

        duration = d.pop("duration")

        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))

        height = d.pop("height")

        id = UUID(d.pop("id"))

        is_kept = d.pop("is_kept")

        recording_class = d.pop("recording_class")

        size = d.pop("size")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        thumbnail_url = d.pop("thumbnail_url")

        width = d.pop("width")

        recording_out = cls(
            camera_id=camera_id,
            detected=detected,
            duration=duration,
            ended_at=ended_at,
            height=height,
            id=id,
            is_kept=is_kept,
            recording_class=recording_class,
            size=size,
            started_at=started_at,
            thumbnail_url=thumbnail_url,
            width=width,
        )

        recording_out.additional_properties = d
        return recording_out

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
