from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SourceOut")


@_attrs_define
class SourceOut:
    """The newest event of a service that is in the facts, when it was emitted, and when it was heard."""

    arrived_at: datetime.datetime
    event_id: UUID
    loaded_at: datetime.datetime
    occurred_at: datetime.datetime
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arrived_at = self.arrived_at.isoformat()

        event_id = str(self.event_id)

        loaded_at = self.loaded_at.isoformat()

        occurred_at = self.occurred_at.isoformat()

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "arrived_at": arrived_at,
                "event_id": event_id,
                "loaded_at": loaded_at,
                "occurred_at": occurred_at,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        event_id = UUID(d.pop("event_id"))

        loaded_at = datetime.datetime.fromisoformat(d.pop("loaded_at"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        source = d.pop("source")

        source_out = cls(
            arrived_at=arrived_at,
            event_id=event_id,
            loaded_at=loaded_at,
            occurred_at=occurred_at,
            source=source,
        )

        source_out.additional_properties = d
        return source_out

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
