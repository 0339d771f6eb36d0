from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MedicationOut")


@_attrs_define
class MedicationOut:
    """The medicine that was given, with the withdrawal periods of the catalogue at that time."""

    dose: str
    last_administered_at: datetime.datetime
    meat_days: int
    meat_until: datetime.datetime
    medicine_id: UUID
    medicine_name: str
    milk_days: int
    milk_until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dose = self.dose

        last_administered_at = self.last_administered_at.isoformat()

        meat_days = self.meat_days

        meat_until = self.meat_until.isoformat()

        medicine_id = str(self.medicine_id)

        medicine_name = self.medicine_name

        milk_days = self.milk_days

        milk_until = self.milk_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dose": dose,
                "last_administered_at": last_administered_at,
                "meat_days": meat_days,
                "meat_until": meat_until,
                "medicine_id": medicine_id,
                "medicine_name": medicine_name,
                "milk_days": milk_days,
                "milk_until": milk_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dose = d.pop("dose")

        last_administered_at = datetime.datetime.fromisoformat(d.pop("last_administered_at"))

        meat_days = d.pop("meat_days")

        meat_until = datetime.datetime.fromisoformat(d.pop("meat_until"))

        medicine_id = UUID(d.pop("medicine_id"))

        medicine_name = d.pop("medicine_name")

        milk_days = d.pop("milk_days")

        milk_until = datetime.datetime.fromisoformat(d.pop("milk_until"))

        medication_out = cls(
            dose=dose,
            last_administered_at=last_administered_at,
            meat_days=meat_days,
            meat_until=meat_until,
            medicine_id=medicine_id,
            medicine_name=medicine_name,
            milk_days=milk_days,
            milk_until=milk_until,
        )

        medication_out.additional_properties = d
        return medication_out

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
