from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CameraAnimalOut")


@_attrs_define
class CameraAnimalOut:
    """An animal that was assigned to the camera by hand. `here` says whether it is on the camera's farm now."""

    assigned_at: datetime.datetime
    here: bool
    livestock_id: UUID
    tag_number: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assigned_at = self.assigned_at.isoformat()

        here = self.here

        livestock_id = str(self.livestock_id)

        tag_number: None | str
        tag_number = self.tag_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assigned_at": assigned_at,
                "here": here,
                "livestock_id": livestock_id,
                "tag_number": tag_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assigned_at = datetime.datetime.fromisoformat(d.pop("assigned_at"))

        here = d.pop("here")

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        camera_animal_out = cls(
            assigned_at=assigned_at,
            here=here,
            livestock_id=livestock_id,
            tag_number=tag_number,
        )

        camera_animal_out.additional_properties = d
        return camera_animal_out

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
