from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.marked_detection_marks_item import MarkedDetectionMarksItem, check_marked_detection_marks_item

T = TypeVar("T", bound="MarkedDetection")


@_attrs_define
class MarkedDetection:
    """A detection about which something is doubtful, as the device sent it."""

    camera_id: UUID
    card: str
    confidence: float
    detected_at: datetime.datetime
    device_at: datetime.datetime
    device_id: UUID
    event_id: UUID
    farm_id: UUID
    livestock_id: None | UUID
    marks: list[MarkedDetectionMarksItem]
    received_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        card = self.card

        confidence = self.confidence

        detected_at = self.detected_at.isoformat()

        device_at = self.device_at.isoformat()

        device_id = str(self.device_id)

        event_id = str(self.event_id)

        farm_id = str(self.farm_id)

        livestock_id: None | str
        if isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        marks = []
        for marks_item_data in self.marks:
            marks_item: str = marks_item_data
            marks.append(marks_item)

        received_at = self.received_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "card": card,
                "confidence": confidence,
                "detected_at": detected_at,
                "device_at": device_at,
                "device_id": device_id,
                "event_id": event_id,
                "farm_id": farm_id,
                "livestock_id": livestock_id,
                "marks": marks,
                "received_at": received_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        card = d.pop("card")

        confidence = d.pop("confidence")

        detected_at = datetime.datetime.fromisoformat(d.pop("detected_at"))

        device_at = datetime.datetime.fromisoformat(d.pop("device_at"))

        device_id = UUID(d.pop("device_id"))

        event_id = UUID(d.pop("event_id"))

        farm_id = UUID(d.pop("farm_id"))

        def _parse_livestock_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                livestock_id_type_0 = UUID(data)

                return livestock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        livestock_id = _parse_livestock_id(d.pop("livestock_id"))

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = check_marked_detection_marks_item(marks_item_data)

            marks.append(marks_item)

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        marked_detection = cls(
            camera_id=camera_id,
            card=card,
            confidence=confidence,
            detected_at=detected_at,
            device_at=device_at,
            device_id=device_id,
            event_id=event_id,
            farm_id=farm_id,
            livestock_id=livestock_id,
            marks=marks,
            received_at=received_at,
        )

        marked_detection.additional_properties = d
        return marked_detection

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
