from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.entry_photo_out_media_type import EntryPhotoOutMediaType, check_entry_photo_out_media_type

T = TypeVar("T", bound="EntryPhotoOut")


@_attrs_define
class EntryPhotoOut:
    """A photo of an entry."""

    added_at: datetime.datetime
    digest: str
    """ SHA-256 of the picture as it is kept, without metadata """
    id: UUID
    media_type: EntryPhotoOutMediaType
    size: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_at = self.added_at.isoformat()

        digest = self.digest

        id = str(self.id)

        media_type: str = self.media_type

        size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added_at": added_at,
                "digest": digest,
                "id": id,
                "media_type": media_type,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        digest = d.pop("digest")

        id = UUID(d.pop("id"))

        media_type = check_entry_photo_out_media_type(d.pop("media_type"))

        size = d.pop("size")

        entry_photo_out = cls(
            added_at=added_at,
            digest=digest,
            id=id,
            media_type=media_type,
            size=size,
        )

        entry_photo_out.additional_properties = d
        return entry_photo_out

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
