from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SnapshotOut")


@_attrs_define
class SnapshotOut:
    """A picture of live video. Its link is good for some minutes, until `expires_at`."""

    camera_id: UUID
    expires_at: datetime.datetime
    id: UUID
    livestock_id: UUID
    size: int
    taken_at: datetime.datetime
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        size = self.size

        taken_at = self.taken_at.isoformat()

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "expires_at": expires_at,
                "id": id,
                "livestock_id": livestock_id,
                "size": size,
                "taken_at": taken_at,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        size = d.pop("size")

        taken_at = datetime.datetime.fromisoformat(d.pop("taken_at"))

        url = d.pop("url")

        snapshot_out = cls(
            camera_id=camera_id,
            expires_at=expires_at,
            id=id,
            livestock_id=livestock_id,
            size=size,
            taken_at=taken_at,
            url=url,
        )

        snapshot_out.additional_properties = d
        return snapshot_out

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
