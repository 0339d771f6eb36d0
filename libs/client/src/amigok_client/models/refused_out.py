from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RefusedOut")


@_attrs_define
class RefusedOut:
    """A reading, or a message that is none, as it began."""

    code: str
    content: str
    device_id: UUID
    id: UUID
    refused_at: datetime.datetime
    sensor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        content = self.content

        device_id = str(self.device_id)

        id = str(self.id)

        refused_at = self.refused_at.isoformat()

        sensor: None | str
        sensor = self.sensor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "content": content,
                "device_id": device_id,
                "id": id,
                "refused_at": refused_at,
                "sensor": sensor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        content = d.pop("content")

        device_id = UUID(d.pop("device_id"))

        id = UUID(d.pop("id"))

        refused_at = datetime.datetime.fromisoformat(d.pop("refused_at"))

        def _parse_sensor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sensor = _parse_sensor(d.pop("sensor"))

        refused_out = cls(
            code=code,
            content=content,
            device_id=device_id,
            id=id,
            refused_at=refused_at,
            sensor=sensor,
        )

        refused_out.additional_properties = d
        return refused_out

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
