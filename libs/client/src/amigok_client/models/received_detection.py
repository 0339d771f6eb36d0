from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.received_detection_marks_item import ReceivedDetectionMarksItem, check_received_detection_marks_item
from ..models.received_detection_status import ReceivedDetectionStatus, check_received_detection_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReceivedDetection")


@_attrs_define
class ReceivedDetection:
    """What became of a detection: `known` if it had come before, which has no further effect.

    `image_path` is where its picture goes, by PUT and for a short time.

    """

    event_id: UUID
    marks: list[ReceivedDetectionMarksItem]
    status: ReceivedDetectionStatus
    image_path: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = str(self.event_id)

        marks = []
        for marks_item_data in self.marks:
            marks_item: str = marks_item_data
            marks.append(marks_item)

        status: str = self.status

        image_path: None | str | Unset
        if isinstance(self.image_path, Unset):
            image_path = UNSET
        else:
            image_path = self.image_path

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "marks": marks,
                "status": status,
            }
        )
        if image_path is not UNSET:
            field_dict["image_path"] = image_path

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = UUID(d.pop("event_id"))

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = check_received_detection_marks_item(marks_item_data)

            marks.append(marks_item)

        status = check_received_detection_status(d.pop("status"))

        def _parse_image_path(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        image_path = _parse_image_path(d.pop("image_path", UNSET))

        received_detection = cls(
            event_id=event_id,
            marks=marks,
            status=status,
            image_path=image_path,
        )

        received_detection.additional_properties = d
        return received_detection

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
