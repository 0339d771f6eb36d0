from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StreamOut")


@_attrs_define
class StreamOut:
    """A camera that shows the animal now. `live_since` is null while it is offline."""

    camera_id: UUID
    live: bool
    live_since: datetime.datetime | None
    location: None | str
    name: str
    token_url: str
    """ Where to get a link with which any player plays it """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        live = self.live

        live_since: None | str
        if isinstance(self.live_since, datetime.datetime):
            live_since = self.live_since.isoformat()
        else:
            live_since = self.live_since

        location: None | str
        location = self.location

        name = self.name

        token_url = self.token_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "live": live,
                "live_since": live_since,
                "location": location,
                "name": name,
                "token_url": token_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        live = d.pop("live")

        def _parse_live_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                live_since_type_0 = datetime.datetime.fromisoformat(data)

                return live_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        live_since = _parse_live_since(d.pop("live_since"))

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        name = d.pop("name")

        token_url = d.pop("token_url")

        stream_out = cls(
            camera_id=camera_id,
            live=live,
            live_since=live_since,
            location=location,
            name=name,
            token_url=token_url,
        )

        stream_out.additional_properties = d
        return stream_out

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
