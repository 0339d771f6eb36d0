from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BoardEntryOut")


@_attrs_define
class BoardEntryOut:
    """A player on a board."""

    badge: None | str
    handle: str
    is_me: bool
    level: int
    rank: int
    title: None | str
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        badge: None | str
        badge = self.badge

        handle = self.handle

        is_me = self.is_me

        level = self.level

        rank = self.rank

        title: None | str
        title = self.title

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "badge": badge,
                "handle": handle,
                "is_me": is_me,
                "level": level,
                "rank": rank,
                "title": title,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_badge(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        badge = _parse_badge(d.pop("badge"))

        handle = d.pop("handle")

        is_me = d.pop("is_me")

        level = d.pop("level")

        rank = d.pop("rank")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        xp = d.pop("xp")

        board_entry_out = cls(
            badge=badge,
            handle=handle,
            is_me=is_me,
            level=level,
            rank=rank,
            title=title,
            xp=xp,
        )

        board_entry_out.additional_properties = d
        return board_entry_out

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
