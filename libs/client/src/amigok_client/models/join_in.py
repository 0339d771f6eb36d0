from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.join_in_visibility import JoinInVisibility, check_join_in_visibility
from ..types import UNSET, Unset

T = TypeVar("T", bound="JoinIn")


@_attrs_define
class JoinIn:
    """How you play. Without a `handle` you are given one; it must not tell who you are."""

    time_zone: str
    handle: None | str | Unset = UNSET
    is_minor: bool | Unset = False
    visibility: JoinInVisibility | Unset = "friends"
    """ Who sees you on leaderboards """

    def to_dict(self) -> dict[str, Any]:
        time_zone = self.time_zone

        handle: None | str | Unset
        if isinstance(self.handle, Unset):
            handle = UNSET
        else:
            handle = self.handle

        is_minor = self.is_minor

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "time_zone": time_zone,
            }
        )
        if handle is not UNSET:
            field_dict["handle"] = handle
        if is_minor is not UNSET:
            field_dict["is_minor"] = is_minor
        if visibility is not UNSET:
            field_dict["visibility"] = visibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        time_zone = d.pop("time_zone")

        def _parse_handle(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        handle = _parse_handle(d.pop("handle", UNSET))

        is_minor = d.pop("is_minor", UNSET)

        _visibility = d.pop("visibility", UNSET)
        visibility: JoinInVisibility | Unset
        if isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = check_join_in_visibility(_visibility)

        join_in = cls(
            time_zone=time_zone,
            handle=handle,
            is_minor=is_minor,
            visibility=visibility,
        )

        return join_in
