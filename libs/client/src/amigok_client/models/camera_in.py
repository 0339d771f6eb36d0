from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.camera_in_recording import CameraInRecording, check_camera_in_recording
from ..types import UNSET, Unset

T = TypeVar("T", bound="CameraIn")


@_attrs_define
class CameraIn:
    """A camera of a device. It stands on the device's farm."""

    device_id: UUID
    name: str
    address: None | str | Unset = UNSET
    angle: None | str | Unset = UNSET
    area_id: None | Unset | UUID = UNSET
    detection_enabled: bool | Unset = True
    frames_per_second: int | None | Unset = UNSET
    location: None | str | Unset = UNSET
    recording: CameraInRecording | Unset = "continuous"
    resolution: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        device_id = str(self.device_id)

        name = self.name

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        angle: None | str | Unset
        if isinstance(self.angle, Unset):
            angle = UNSET
        else:
            angle = self.angle

        area_id: None | str | Unset
        if isinstance(self.area_id, Unset):
            area_id = UNSET
        elif isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        detection_enabled = self.detection_enabled

        frames_per_second: int | None | Unset
        if isinstance(self.frames_per_second, Unset):
            frames_per_second = UNSET
        else:
            frames_per_second = self.frames_per_second

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        recording: str | Unset = UNSET
        if not isinstance(self.recording, Unset):
            recording = self.recording

        resolution: None | str | Unset
        if isinstance(self.resolution, Unset):
            resolution = UNSET
        else:
            resolution = self.resolution

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "device_id": device_id,
                "name": name,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if angle is not UNSET:
            field_dict["angle"] = angle
        if area_id is not UNSET:
            field_dict["area_id"] = area_id
        if detection_enabled is not UNSET:
            field_dict["detection_enabled"] = detection_enabled
        if frames_per_second is not UNSET:
            field_dict["frames_per_second"] = frames_per_second
        if location is not UNSET:
            field_dict["location"] = location
        if recording is not UNSET:
            field_dict["recording"] = recording
        if resolution is not UNSET:
            field_dict["resolution"] = resolution

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        device_id = UUID(d.pop("device_id"))

        name = d.pop("name")

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_angle(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        angle = _parse_angle(d.pop("angle", UNSET))

        def _parse_area_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        area_id = _parse_area_id(d.pop("area_id", UNSET))

        detection_enabled = d.pop("detection_enabled", UNSET)

        def _parse_frames_per_second(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        frames_per_second = _parse_frames_per_second(d.pop("frames_per_second", UNSET))

        def _parse_location(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        location = _parse_location(d.pop("location", UNSET))

        _recording = d.pop("recording", UNSET)
        recording: CameraInRecording | Unset
        if isinstance(_recording, Unset):
            recording = UNSET
        else:
            recording = check_camera_in_recording(_recording)

        def _parse_resolution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        resolution = _parse_resolution(d.pop("resolution", UNSET))

        camera_in = cls(
            device_id=device_id,
            name=name,
            address=address,
            angle=angle,
            area_id=area_id,
            detection_enabled=detection_enabled,
            frames_per_second=frames_per_second,
            location=location,
            recording=recording,
            resolution=resolution,
        )

        return camera_in
