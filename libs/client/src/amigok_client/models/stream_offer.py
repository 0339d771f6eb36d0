from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StreamOffer")


@_attrs_define
class StreamOffer:
    """Where to publish, and the key for it, which is shown this once. It works once, for this camera."""

    camera_id: UUID
    expires_at: datetime.datetime
    """ Begin to publish before then """
    rtmp_url: str
    """ The address without the key: publish to it, a slash and the key """
    session_id: UUID
    stream_key: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        expires_at = self.expires_at.isoformat()

        rtmp_url = self.rtmp_url

        session_id = str(self.session_id)

        stream_key = self.stream_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "camera_id": camera_id,
                "expires_at": expires_at,
                "rtmp_url": rtmp_url,
                "session_id": session_id,
                "stream_key": stream_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        rtmp_url = d.pop("rtmp_url")

        session_id = UUID(d.pop("session_id"))

        stream_key = d.pop("stream_key")

        stream_offer = cls(
            camera_id=camera_id,
            expires_at=expires_at,
            rtmp_url=rtmp_url,
            session_id=session_id,
            stream_key=stream_key,
        )

        stream_offer.additional_properties = d
        return stream_offer

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
