from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sensor_type_out_kind import SensorTypeOutKind, check_sensor_type_out_kind

T = TypeVar("T", bound="SensorTypeOut")


@_attrs_define
class SensorTypeOut:
    created_at: datetime.datetime
    id: UUID
    kind: SensorTypeOutKind
    maximum: float
    minimum: float
    name: str
    shown_to_owners: bool
    unit: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = str(self.id)

        kind: str = self.kind

        maximum = self.maximum

        minimum = self.minimum

        name = self.name

        shown_to_owners = self.shown_to_owners

        unit = self.unit

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "kind": kind,
                "maximum": maximum,
                "minimum": minimum,
                "name": name,
                "shown_to_owners": shown_to_owners,
                "unit": unit,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        id = UUID(d.pop("id"))

        kind = check_sensor_type_out_kind(d.pop("kind"))

        maximum = d.pop("maximum")

        minimum = d.pop("minimum")

        name = d.pop("name")

        shown_to_owners = d.pop("shown_to_owners")

        unit = d.pop("unit")

        version = d.pop("version")

        sensor_type_out = cls(
            created_at=created_at,
            id=id,
            kind=kind,
            maximum=maximum,
            minimum=minimum,
            name=name,
            shown_to_owners=shown_to_owners,
            unit=unit,
            version=version,
        )

        sensor_type_out.additional_properties = d
        return sensor_type_out

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
