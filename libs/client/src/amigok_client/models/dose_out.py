from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DoseOut")


@_attrs_define
class DoseOut:
    age_days: int
    id: UUID
    lead_days: int
    mandatory: bool
    remind_days: int
    repeat_months: int | None
    service_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age_days = self.age_days

        id = str(self.id)

        lead_days = self.lead_days

        mandatory = self.mandatory

        remind_days = self.remind_days

        repeat_months: int | None
        repeat_months = self.repeat_months

        service_id = str(self.service_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "age_days": age_days,
                "id": id,
                "lead_days": lead_days,
                "mandatory": mandatory,
                "remind_days": remind_days,
                "repeat_months": repeat_months,
                "service_id": service_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age_days = d.pop("age_days")

        id = UUID(d.pop("id"))

        lead_days = d.pop("lead_days")

        mandatory = d.pop("mandatory")

        remind_days = d.pop("remind_days")

        def _parse_repeat_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        repeat_months = _parse_repeat_months(d.pop("repeat_months"))

        service_id = UUID(d.pop("service_id"))

        dose_out = cls(
            age_days=age_days,
            id=id,
            lead_days=lead_days,
            mandatory=mandatory,
            remind_days=remind_days,
            repeat_months=repeat_months,
            service_id=service_id,
        )

        dose_out.additional_properties = d
        return dose_out

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
