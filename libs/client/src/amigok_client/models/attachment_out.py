from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attachment_out_role import AttachmentOutRole, check_attachment_out_role

T = TypeVar("T", bound="AttachmentOut")


@_attrs_define
class AttachmentOut:
    """A sensor that measures equipment, or did so until `detached_at`."""

    attached_at: datetime.datetime
    detached_at: datetime.datetime | None
    role: AttachmentOutRole
    sensor_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attached_at = self.attached_at.isoformat()

        detached_at: None | str
        if isinstance(self.detached_at, datetime.datetime):
            detached_at = self.detached_at.isoformat()
        else:
            detached_at = self.detached_at

        role: str = self.role

        sensor_id = str(self.sensor_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attached_at": attached_at,
                "detached_at": detached_at,
                "role": role,
                "sensor_id": sensor_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attached_at = datetime.datetime.fromisoformat(d.pop("attached_at"))

        def _parse_detached_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                detached_at_type_0 = datetime.datetime.fromisoformat(data)

                return detached_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        detached_at = _parse_detached_at(d.pop("detached_at"))

        role = check_attachment_out_role(d.pop("role"))

        sensor_id = UUID(d.pop("sensor_id"))

        attachment_out = cls(
            attached_at=attached_at,
            detached_at=detached_at,
            role=role,
            sensor_id=sensor_id,
        )

        attachment_out.additional_properties = d
        return attachment_out

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
