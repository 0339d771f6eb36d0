from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.complaint_file_out_media_type import ComplaintFileOutMediaType, check_complaint_file_out_media_type
from ..models.complaint_file_out_side import ComplaintFileOutSide, check_complaint_file_out_side

T = TypeVar("T", bound="ComplaintFileOut")


@_attrs_define
class ComplaintFileOut:
    """A photo that one side has added."""

    added_at: datetime.datetime
    id: UUID
    media_type: ComplaintFileOutMediaType
    side: ComplaintFileOutSide
    size: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_at = self.added_at.isoformat()

        id = str(self.id)

        media_type: str = self.media_type

        side: str = self.side

        size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added_at": added_at,
                "id": id,
                "media_type": media_type,
                "side": side,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        id = UUID(d.pop("id"))

        media_type = check_complaint_file_out_media_type(d.pop("media_type"))

        side = check_complaint_file_out_side(d.pop("side"))

        size = d.pop("size")

        complaint_file_out = cls(
            added_at=added_at,
            id=id,
            media_type=media_type,
            side=side,
            size=size,
        )

        complaint_file_out.additional_properties = d
        return complaint_file_out

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
