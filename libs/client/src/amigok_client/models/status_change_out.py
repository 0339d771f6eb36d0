from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.status_change_out_status_type_0 import StatusChangeOutStatusType0, check_status_change_out_status_type_0

T = TypeVar("T", bound="StatusChangeOut")


@_attrs_define
class StatusChangeOut:
    """Equipment was switched, or retired."""

    changed_at: datetime.datetime
    changed_by: UUID
    id: UUID
    note: None | str
    status: Literal["retired"] | StatusChangeOutStatusType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed_at = self.changed_at.isoformat()

        changed_by = str(self.changed_by)

        id = str(self.id)

        note: None | str
        note = self.note

        status: Literal["retired"] | str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changed_at": changed_at,
                "changed_by": changed_by,
                "id": id,
                "note": note,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        changed_by = UUID(d.pop("changed_by"))

        id = UUID(d.pop("id"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_status(data: object) -> Literal["retired"] | StatusChangeOutStatusType0:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_status_change_out_status_type_0(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            status_type_1 = cast(Literal["retired"], data)
            if status_type_1 != "retired":
                raise ValueError(f"status_type_1 must match const 'retired', got '{status_type_1}'")
            return status_type_1

        status = _parse_status(d.pop("status"))

        status_change_out = cls(
            changed_at=changed_at,
            changed_by=changed_by,
            id=id,
            note=note,
            status=status,
        )

        status_change_out.additional_properties = d
        return status_change_out

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
