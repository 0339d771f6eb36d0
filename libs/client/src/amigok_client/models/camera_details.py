from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.camera_details_recording import CameraDetailsRecording, check_camera_details_recording
from ..models.camera_details_state import CameraDetailsState, check_camera_details_state

T = TypeVar("T", bound="CameraDetails")


@_attrs_define
class CameraDetails:
    """What administrators see in addition: where its device finds it."""

    address: None | str
    angle: None | str
    area_id: None | UUID
    area_name: None | str
    created_at: datetime.datetime
    detection_enabled: bool
    device_id: UUID
    farm_id: UUID
    frames_per_second: int | None
    id: UUID
    in_maintenance: bool
    is_active: bool
    location: None | str
    name: str
    recording: CameraDetailsRecording
    resolution: None | str
    state: CameraDetailsState
    state_detail: None | str
    """ What its device says of it """
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address: None | str
        address = self.address

        angle: None | str
        angle = self.angle

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        area_name: None | str
        area_name = self.area_name

        created_at = self.created_at.isoformat()

        detection_enabled = self.detection_enabled

        device_id = str(self.device_id)

        farm_id = str(self.farm_id)

        frames_per_second: int | None
        frames_per_second = self.frames_per_second

        id = str(self.id)

        in_maintenance = self.in_maintenance

        is_active = self.is_active

        location: None | str
        location = self.location

        name = self.name

        recording: str = self.recording

        resolution: None | str
        resolution = self.resolution

        state: str = self.state

        state_detail: None | str
        state_detail = self.state_detail

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "angle": angle,
                "area_id": area_id,
                "area_name": area_name,
                "created_at": created_at,
                "detection_enabled": detection_enabled,
                "device_id": device_id,
                "farm_id": farm_id,
                "frames_per_second": frames_per_second,
                "id": id,
                "in_maintenance": in_maintenance,
                "is_active": is_active,
                "location": location,
                "name": name,
                "recording": recording,
                "resolution": resolution,
                "state": state,
                "state_detail": state_detail,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        def _parse_angle(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        angle = _parse_angle(d.pop("angle"))

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        def _parse_area_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area_name = _parse_area_name(d.pop("area_name"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        detection_enabled = d.pop("detection_enabled")

        device_id = UUID(d.pop("device_id"))

        farm_id = UUID(d.pop("farm_id"))

        def _parse_frames_per_second(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        frames_per_second = _parse_frames_per_second(d.pop("frames_per_second"))

        id = UUID(d.pop("id"))

        in_maintenance = d.pop("in_maintenance")

        is_active = d.pop("is_active")

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        name = d.pop("name")

        recording = check_camera_details_recording(d.pop("recording"))

        def _parse_resolution(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resolution = _parse_resolution(d.pop("resolution"))

        state = check_camera_details_state(d.pop("state"))

        def _parse_state_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        state_detail = _parse_state_detail(d.pop("state_detail"))

        version = d.pop("version")

        camera_details = cls(
            address=address,
            angle=angle,
            area_id=area_id,
            area_name=area_name,
            created_at=created_at,
            detection_enabled=detection_enabled,
            device_id=device_id,
            farm_id=farm_id,
            frames_per_second=frames_per_second,
            id=id,
            in_maintenance=in_maintenance,
            is_active=is_active,
            location=location,
            name=name,
            recording=recording,
            resolution=resolution,
            state=state,
            state_detail=state_detail,
            version=version,
        )

        camera_details.additional_properties = d
        return camera_details

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
