from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.friend_request_out_direction import FriendRequestOutDirection, check_friend_request_out_direction

T = TypeVar("T", bound="FriendRequestOut")


@_attrs_define
class FriendRequestOut:
    """A request that waits for an answer: `received` from this player, or `sent` to them."""

    asked_at: datetime.datetime
    direction: FriendRequestOutDirection
    handle: str
    id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_at = self.asked_at.isoformat()

        direction: str = self.direction

        handle = self.handle

        id = str(self.id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked_at": asked_at,
                "direction": direction,
                "handle": handle,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        direction = check_friend_request_out_direction(d.pop("direction"))

        handle = d.pop("handle")

        id = UUID(d.pop("id"))

        friend_request_out = cls(
            asked_at=asked_at,
            direction=direction,
            handle=handle,
            id=id,
        )

        friend_request_out.additional_properties = d
        return friend_request_out

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
