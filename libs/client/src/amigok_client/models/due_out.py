from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.due_out_record_type import DueOutRecordType, check_due_out_record_type

T = TypeVar("T", bound="DueOut")


@_attrs_define
class DueOut:
    """What is due for an animal, and the record that made it due."""

    farm_id: UUID
    livestock_id: UUID
    medicine_name: None | str
    next_checkup_on: datetime.date
    record_id: UUID
    record_type: DueOutRecordType
    tag_number: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        farm_id = str(self.farm_id)

        livestock_id = str(self.livestock_id)

        medicine_name: None | str
        medicine_name = self.medicine_name

        next_checkup_on = self.next_checkup_on.isoformat()

        record_id = str(self.record_id)

        record_type: str = self.record_type

        tag_number = self.tag_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "farm_id": farm_id,
                "livestock_id": livestock_id,
                "medicine_name": medicine_name,
                "next_checkup_on": next_checkup_on,
                "record_id": record_id,
                "record_type": record_type,
                "tag_number": tag_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        farm_id = UUID(d.pop("farm_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_medicine_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        medicine_name = _parse_medicine_name(d.pop("medicine_name"))

        next_checkup_on = datetime.date.fromisoformat(d.pop("next_checkup_on"))

        record_id = UUID(d.pop("record_id"))

        record_type = check_due_out_record_type(d.pop("record_type"))

        tag_number = d.pop("tag_number")

        due_out = cls(
            farm_id=farm_id,
            livestock_id=livestock_id,
            medicine_name=medicine_name,
            next_checkup_on=next_checkup_on,
            record_id=record_id,
            record_type=record_type,
            tag_number=tag_number,
        )

        due_out.additional_properties = d
        return due_out

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
