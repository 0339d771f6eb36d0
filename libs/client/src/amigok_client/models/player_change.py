from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.player_change_visibility import PlayerChangeVisibility, check_player_change_visibility

T = TypeVar("T", bound="PlayerChange")


@_attrs_define
class PlayerChange:
    """How you play from now on. Another time zone counts from the end of your day on."""

    handle: str
    is_minor: bool
    time_zone: str
    version: int
    """ The version that you have read """
    visibility: PlayerChangeVisibility

    def to_dict(self) -> dict[str, Any]:
        handle = self.handle

        is_minor = self.is_minor

        time_zone = self.time_zone

        version = self.version

        visibility: str = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "handle": handle,
                "is_minor": is_minor,
                "time_zone": time_zone,
                "version": version,
                "visibility": visibility,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        handle = d.pop("handle")

        is_minor = d.pop("is_minor")

        time_zone = d.pop("time_zone")

        version = d.pop("version")

        visibility = check_player_change_visibility(d.pop("visibility"))

        player_change = cls(
            handle=handle,
            is_minor=is_minor,
            time_zone=time_zone,
            version=version,
            visibility=visibility,
        )

        return player_change
