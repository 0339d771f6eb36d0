from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GapOut")


@_attrs_define
class GapOut:
    """Nothing was measured in this time: by a sensor, or null: there was no sensor."""

    began_at: datetime.datetime
    ended_at: datetime.datetime
    sensor_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        began_at = self.began_at.isoformat()

        ended_at = self.ended_at.isoformat()

        sensor_id: None | str
        if isinstance(self.sensor_id, UUID):
            sensor_id = str(self.sensor_id)
        else:
            sensor_id = self.sensor_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "began_at": began_at,
                "ended_at": ended_at,
                "sensor_id": sensor_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))

        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))

        def _parse_sensor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sensor_id_type_0 = UUID(data)

                return sensor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        sensor_id = _parse_sensor_id(d.pop("sensor_id"))

        gap_out = cls(
            began_at=began_at,
            ended_at=ended_at,
            sensor_id=sensor_id,
        )

        gap_out.additional_properties = d
        return gap_out

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
