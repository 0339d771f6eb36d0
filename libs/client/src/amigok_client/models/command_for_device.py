from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.command_for_device_payload import CommandForDevicePayload


T = TypeVar("T", bound="CommandForDevice")


@_attrs_define
class CommandForDevice:
    """A command as its device gets it, again and again until it acknowledges. Doing it twice must do no harm."""

    created_at: datetime.datetime
    expires_at: datetime.datetime
    id: UUID
    kind: str
    payload: CommandForDevicePayload
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        kind = self.kind

        payload = self.payload.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "expires_at": expires_at,
                "id": id,
                "kind": kind,
                "payload": payload,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.command_for_device_payload import CommandForDevicePayload  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        payload = CommandForDevicePayload.from_dict(d.pop("payload"))

        command_for_device = cls(
            created_at=created_at,
            expires_at=expires_at,
            id=id,
            kind=kind,
            payload=payload,
        )

        command_for_device.additional_properties = d
        return command_for_device

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
