from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReleaseOut")


@_attrs_define
class ReleaseOut:
    """Footage that others may see while the animal is for sale."""

    begins_at: datetime.datetime
    camera_id: None | UUID
    ends_at: datetime.datetime
    id: UUID
    livestock_id: UUID
    released_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        begins_at = self.begins_at.isoformat()

        camera_id: None | str
        if isinstance(self.camera_id, UUID):
            camera_id = str(self.camera_id)
        else:
            camera_id = self.camera_id

        ends_at = self.ends_at.isoformat()

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        released_at = self.released_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begins_at": begins_at,
                "camera_id": camera_id,
                "ends_at": ends_at,
                "id": id,
                "livestock_id": livestock_id,
                "released_at": released_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins_at = datetime.datetime.fromisoformat(d.pop("begins_at"))

        def _parse_camera_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                camera_id_type_0 = UUID(data)

                return camera_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        camera_id = _parse_camera_id(d.pop("camera_id"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        released_at = datetime.datetime.fromisoformat(d.pop("released_at"))

        release_out = cls(
            begins_at=begins_at,
            camera_id=camera_id,
            ends_at=ends_at,
            id=id,
            livestock_id=livestock_id,
            released_at=released_at,
        )

        release_out.additional_properties = d
        return release_out

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
