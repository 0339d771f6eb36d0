from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SessionsSessionOut")


@_attrs_define
class SessionsSessionOut:
    """A session that has not ended."""

    address: None | str
    """ The network address of its last use """
    current: bool
    """ Whether it is the session of this request """
    device: str
    """ Taken from the User-Agent header, for example "Firefox on Android" """
    ends_at: datetime.datetime
    """ When it ends, unless it gets tokens before """
    id: UUID
    last_used_at: datetime.datetime
    """ When it last got tokens """
    opened_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address: None | str
        address = self.address

        current = self.current

        device = self.device

        ends_at = self.ends_at.isoformat()

        id = str(self.id)

        last_used_at = self.last_used_at.isoformat()

        opened_at = self.opened_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "current": current,
                "device": device,
                "ends_at": ends_at,
                "id": id,
                "last_used_at": last_used_at,
                "opened_at": opened_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        current = d.pop("current")

        device = d.pop("device")

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        id = UUID(d.pop("id"))

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        sessions_session_out = cls(
            address=address,
            current=current,
            device=device,
            ends_at=ends_at,
            id=id,
            last_used_at=last_used_at,
            opened_at=opened_at,
        )

        sessions_session_out.additional_properties = d
        return sessions_session_out

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
