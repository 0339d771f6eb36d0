from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PlaybackLink")


@_attrs_define
class PlaybackLink:
    """A link for players, which send neither headers nor cookies. Ask again before it expires.

    It ends before that with the right to it. While the camera is offline it shows a slate.

    """

    camera_id: UUID
    expires_at: datetime.datetime
    live: bool
    livestock_id: UUID
    playlist_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        expires_at = self.expires_at.isoformat()

        live = self.live

        livestock_id = str(self.livestock_id)

        playlist_url = self.playlist_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "expires_at": expires_at,
                "live": live,
                "livestock_id": livestock_id,
                "playlist_url": playlist_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        live = d.pop("live")

        livestock_id = UUID(d.pop("livestock_id"))

        playlist_url = d.pop("playlist_url")

        playback_link = cls(
            camera_id=camera_id,
            expires_at=expires_at,
            live=live,
            livestock_id=livestock_id,
            playlist_url=playlist_url,
        )

        playback_link.additional_properties = d
        return playback_link

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
