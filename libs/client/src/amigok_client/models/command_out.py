from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.command_out_state import CommandOutState, check_command_out_state

if TYPE_CHECKING:
    from ..models.command_out_payload import CommandOutPayload


T = TypeVar("T", bound="CommandOut")


@_attrs_define
class CommandOut:
    """A command and what became of it."""

    created_at: datetime.datetime
    created_by: UUID
    delivered_at: datetime.datetime | None
    deliveries: int
    device_id: UUID
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    id: UUID
    kind: str
    note: None | str
    payload: CommandOutPayload
    state: CommandOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        created_by = str(self.created_by)

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        deliveries = self.deliveries

        device_id = str(self.device_id)

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        kind = self.kind

        note: None | str
        note = self.note

        payload = self.payload.to_dict()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by": created_by,
                "delivered_at": delivered_at,
                "deliveries": deliveries,
                "device_id": device_id,
                "ended_at": ended_at,
                "expires_at": expires_at,
                "id": id,
                "kind": kind,
                "note": note,
                "payload": payload,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.command_out_payload import CommandOutPayload  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by = UUID(d.pop("created_by"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        deliveries = d.pop("deliveries")

        device_id = UUID(d.pop("device_id"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        payload = CommandOutPayload.from_dict(d.pop("payload"))

        state = check_command_out_state(d.pop("state"))

        command_out = cls(
            created_at=created_at,
            created_by=created_by,
            delivered_at=delivered_at,
            deliveries=deliveries,
            device_id=device_id,
            ended_at=ended_at,
            expires_at=expires_at,
            id=id,
            kind=kind,
            note=note,
            payload=payload,
            state=state,
        )

        command_out.additional_properties = d
        return command_out

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
