from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.player_out_visibility import PlayerOutVisibility, check_player_out_visibility

T = TypeVar("T", bound="PlayerOut")


@_attrs_define
class PlayerOut:
    """How you play, and the day that it is for you."""

    badge_id: None | UUID
    day_ends_at: datetime.datetime
    handle: str
    is_minor: bool
    joined_at: datetime.datetime
    local_day: datetime.date
    time_zone: str
    title_id: None | UUID
    user_id: UUID
    version: int
    visibility: PlayerOutVisibility
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        badge_id: None | str
        if isinstance(self.badge_id, UUID):
            badge_id = str(self.badge_id)
        else:
            badge_id = self.badge_id

        day_ends_at = self.day_ends_at.isoformat()

        handle = self.handle

        is_minor = self.is_minor

        joined_at = self.joined_at.isoformat()

        local_day = self.local_day.isoformat()

        time_zone = self.time_zone

        title_id: None | str
        if isinstance(self.title_id, UUID):
            title_id = str(self.title_id)
        else:
            title_id = self.title_id

        user_id = str(self.user_id)

        version = self.version

        visibility: str = self.visibility

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "badge_id": badge_id,
                "day_ends_at": day_ends_at,
                "handle": handle,
                "is_minor": is_minor,
                "joined_at": joined_at,
                "local_day": local_day,
                "time_zone": time_zone,
                "title_id": title_id,
                "user_id": user_id,
                "version": version,
                "visibility": visibility,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_badge_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                badge_id_type_0 = UUID(data)

                return badge_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        badge_id = _parse_badge_id(d.pop("badge_id"))

        day_ends_at = datetime.datetime.fromisoformat(d.pop("day_ends_at"))

        handle = d.pop("handle")

        is_minor = d.pop("is_minor")

        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))

        local_day = datetime.date.fromisoformat(d.pop("local_day"))

        time_zone = d.pop("time_zone")

        def _parse_title_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                title_id_type_0 = UUID(data)

                return title_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        title_id = _parse_title_id(d.pop("title_id"))

        user_id = UUID(d.pop("user_id"))

        version = d.pop("version")

        visibility = check_player_out_visibility(d.pop("visibility"))

        player_out = cls(
            badge_id=badge_id,
            day_ends_at=day_ends_at,
            handle=handle,
            is_minor=is_minor,
            joined_at=joined_at,
            local_day=local_day,
            time_zone=time_zone,
            title_id=title_id,
            user_id=user_id,
            version=version,
            visibility=visibility,
        )

        player_out.additional_properties = d
        return player_out

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
