from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SensorIn")


@_attrs_define
class SensorIn:
    """A sensor before its first reading. `name` is what its device calls it."""

    device_id: UUID
    name: str
    type_: str
    area_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        device_id = str(self.device_id)

        name = self.name

        type_ = self.type_

        area_id: None | str | Unset
        if isinstance(self.area_id, Unset):
            area_id = UNSET
        elif isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "device_id": device_id,
                "name": name,
                "type": type_,
            }
        )
        if area_id is not UNSET:
            field_dict["area_id"] = area_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        device_id = UUID(d.pop("device_id"))

        name = d.pop("name")

        type_ = d.pop("type")

        def _parse_area_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        area_id = _parse_area_id(d.pop("area_id", UNSET))

        sensor_in = cls(
            device_id=device_id,
            name=name,
            type_=type_,
            area_id=area_id,
        )

        return sensor_in
