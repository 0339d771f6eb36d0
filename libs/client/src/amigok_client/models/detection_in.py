from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.detection_box import DetectionBox


T = TypeVar("T", bound="DetectionIn")


@_attrs_define
class DetectionIn:
    """A card that a device has read in the picture of one of its cameras. `event_id` is the device's own.

    With `image` the answer has a link to upload the picture to.

    """

    camera_id: UUID
    card: str
    confidence: float
    detected_at: datetime.datetime
    """ from 1970-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    event_id: UUID
    area: None | str | Unset = UNSET
    box: DetectionBox | None | Unset = UNSET
    image: bool | Unset = False
    model_version: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.detection_box import DetectionBox  # noqa: PLC0415

        camera_id = str(self.camera_id)

        card = self.card

        confidence = self.confidence

        detected_at = self.detected_at.isoformat()

        event_id = str(self.event_id)

        area: None | str | Unset
        if isinstance(self.area, Unset):
            area = UNSET
        else:
            area = self.area

        box: dict[str, Any] | None | Unset
        if isinstance(self.box, Unset):
            box = UNSET
        elif isinstance(self.box, DetectionBox):
            box = self.box.to_dict()
        else:
            box = self.box

        image = self.image

        model_version: None | str | Unset
        if isinstance(self.model_version, Unset):
            model_version = UNSET
        else:
            model_version = self.model_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "camera_id": camera_id,
                "card": card,
                "confidence": confidence,
                "detected_at": detected_at,
                "event_id": event_id,
            }
        )
        if area is not UNSET:
            field_dict["area"] = area
        if box is not UNSET:
            field_dict["box"] = box
        if image is not UNSET:
            field_dict["image"] = image
        if model_version is not UNSET:
            field_dict["model_version"] = model_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.detection_box import DetectionBox  # noqa: PLC0415

        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        card = d.pop("card")

        confidence = d.pop("confidence")

        detected_at = datetime.datetime.fromisoformat(d.pop("detected_at"))

        event_id = UUID(d.pop("event_id"))

        def _parse_area(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        area = _parse_area(d.pop("area", UNSET))

        def _parse_box(data: object) -> DetectionBox | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                box_type_0 = DetectionBox.from_dict(data)

                return box_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DetectionBox | None | Unset, data)

        box = _parse_box(d.pop("box", UNSET))

        image = d.pop("image", UNSET)

        def _parse_model_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model_version = _parse_model_version(d.pop("model_version", UNSET))

        detection_in = cls(
            camera_id=camera_id,
            card=card,
            confidence=confidence,
            detected_at=detected_at,
            event_id=event_id,
            area=area,
            box=box,
            image=image,
            model_version=model_version,
        )

        return detection_in
