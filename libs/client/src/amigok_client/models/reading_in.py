from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReadingIn")


@_attrs_define
class ReadingIn:
    """A value of a sensor, which the device names as it likes. Without `unit` it is in that of the type."""

    recorded_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    sensor: str
    type_: str
    value: float
    unit: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        recorded_at = self.recorded_at.isoformat()

        sensor = self.sensor

        type_ = self.type_

        value = self.value

        unit: None | str | Unset
        if isinstance(self.unit, Unset):
            unit = UNSET
        else:
            unit = self.unit

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "recorded_at": recorded_at,
                "sensor": sensor,
                "type": type_,
                "value": value,
            }
        )
        if unit is not UNSET:
            field_dict["unit"] = unit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        sensor = d.pop("sensor")

        type_ = d.pop("type")

        value = d.pop("value")

        def _parse_unit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unit = _parse_unit(d.pop("unit", UNSET))

        reading_in = cls(
            recorded_at=recorded_at,
            sensor=sensor,
            type_=type_,
            value=value,
            unit=unit,
        )

        return reading_in
