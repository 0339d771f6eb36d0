from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SensorOut")


@_attrs_define
class SensorOut:
    """A sensor with its newest value, in `unit`."""

    area_id: None | UUID
    created_at: datetime.datetime
    device_id: UUID
    farm_id: UUID
    id: UUID
    last_recorded_at: datetime.datetime | None
    last_value: float | None
    name: str
    type_: str
    unit: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        created_at = self.created_at.isoformat()

        device_id = str(self.device_id)

        farm_id = str(self.farm_id)

        id = str(self.id)

        last_recorded_at: None | str
        if isinstance(self.last_recorded_at, datetime.datetime):
            last_recorded_at = self.last_recorded_at.isoformat()
        else:
            last_recorded_at = self.last_recorded_at

        last_value: float | None
        last_value = self.last_value

        name = self.name

        type_ = self.type_

        unit = self.unit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area_id": area_id,
                "created_at": created_at,
                "device_id": device_id,
                "farm_id": farm_id,
                "id": id,
                "last_recorded_at": last_recorded_at,
                "last_value": last_value,
                "name": name,
                "type": type_,
                "unit": unit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        device_id = UUID(d.pop("device_id"))

        farm_id = UUID(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        def _parse_last_recorded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_recorded_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_recorded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_recorded_at = _parse_last_recorded_at(d.pop("last_recorded_at"))

        def _parse_last_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        last_value = _parse_last_value(d.pop("last_value"))

        name = d.pop("name")

        type_ = d.pop("type")

        unit = d.pop("unit")

        sensor_out = cls(
            area_id=area_id,
            created_at=created_at,
            device_id=device_id,
            farm_id=farm_id,
            id=id,
            last_recorded_at=last_recorded_at,
            last_value=last_value,
            name=name,
            type_=type_,
            unit=unit,
        )

        sensor_out.additional_properties = d
        return sensor_out

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
