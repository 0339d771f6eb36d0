from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.detection_out_marks_item import DetectionOutMarksItem, check_detection_out_marks_item

if TYPE_CHECKING:
    from ..models.detection_box_out import DetectionBoxOut


T = TypeVar("T", bound="DetectionOut")


@_attrs_define
class DetectionOut:
    """A detection of an animal. `marks` say what is doubtful about it; `signed`, whether the device has signed it."""

    area: None | str
    area_id: None | UUID
    box: DetectionBoxOut | None
    camera_id: UUID
    confidence: float
    detected_at: datetime.datetime
    event_id: UUID
    image_path: None | str
    marks: list[DetectionOutMarksItem]
    model_version: None | str
    signed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.detection_box_out import DetectionBoxOut  # noqa: PLC0415

        area: None | str
        area = self.area

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        box: dict[str, Any] | None
        if isinstance(self.box, DetectionBoxOut):
            box = self.box.to_dict()
        else:
            box = self.box

        camera_id = str(self.camera_id)

        confidence = self.confidence

        detected_at = self.detected_at.isoformat()

        event_id = str(self.event_id)

        image_path: None | str
        image_path = self.image_path

        marks = []
        for marks_item_data in self.marks:
            marks_item: str = marks_item_data
            marks.append(marks_item)

        model_version: None | str
        model_version = self.model_version

        signed = self.signed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area": area,
                "area_id": area_id,
                "box": box,
                "camera_id": camera_id,
                "confidence": confidence,
                "detected_at": detected_at,
                "event_id": event_id,
                "image_path": image_path,
                "marks": marks,
                "model_version": model_version,
                "signed": signed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.detection_box_out import DetectionBoxOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_area(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area = _parse_area(d.pop("area"))

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

        def _parse_box(data: object) -> DetectionBoxOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                box_type_0 = DetectionBoxOut.from_dict(data)

                return box_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DetectionBoxOut | None, data)

        box = _parse_box(d.pop("box"))

        camera_id = UUID(d.pop("camera_id"))

        confidence = d.pop("confidence")

        detected_at = datetime.datetime.fromisoformat(d.pop("detected_at"))

        event_id = UUID(d.pop("event_id"))

        def _parse_image_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        image_path = _parse_image_path(d.pop("image_path"))

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = check_detection_out_marks_item(marks_item_data)

            marks.append(marks_item)

        def _parse_model_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model_version = _parse_model_version(d.pop("model_version"))

        signed = d.pop("signed")

        detection_out = cls(
            area=area,
            area_id=area_id,
            box=box,
            camera_id=camera_id,
            confidence=confidence,
            detected_at=detected_at,
            event_id=event_id,
            image_path=image_path,
            marks=marks,
            model_version=model_version,
            signed=signed,
        )

        detection_out.additional_properties = d
        return detection_out

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
