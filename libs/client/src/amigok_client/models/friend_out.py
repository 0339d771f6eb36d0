from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FriendOut")


@_attrs_define
class FriendOut:
    """A friend, as far as they let friends see them."""

    handle: str
    id: UUID
    """ Of the friendship """
    level: int | None
    since: datetime.datetime
    xp: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        handle = self.handle

        id = str(self.id)

        level: int | None
        level = self.level

        since = self.since.isoformat()

        xp: int | None
        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "handle": handle,
                "id": id,
                "level": level,
                "since": since,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        handle = d.pop("handle")

        id = UUID(d.pop("id"))

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_xp(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        xp = _parse_xp(d.pop("xp"))

        friend_out = cls(
            handle=handle,
            id=id,
            level=level,
            since=since,
            xp=xp,
        )

        friend_out.additional_properties = d
        return friend_out

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
