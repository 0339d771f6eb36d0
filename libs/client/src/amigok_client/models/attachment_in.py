from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.attachment_in_role import AttachmentInRole, check_attachment_in_role

T = TypeVar("T", bound="AttachmentIn")


@_attrs_define
class AttachmentIn:
    """A sensor of the farm, and what it measures of the equipment."""

    role: AttachmentInRole
    sensor_id: UUID

    def to_dict(self) -> dict[str, Any]:
        role: str = self.role

        sensor_id = str(self.sensor_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
                "sensor_id": sensor_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = check_attachment_in_role(d.pop("role"))

        sensor_id = UUID(d.pop("sensor_id"))

        attachment_in = cls(
            role=role,
            sensor_id=sensor_id,
        )

        return attachment_in
