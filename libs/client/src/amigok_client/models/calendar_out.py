from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.base import Base
    from ..models.hours_out import HoursOut


T = TypeVar("T", bound="CalendarOut")


@_attrs_define
class CalendarOut:
    """When and where a veterinarian works."""

    base: Base | None
    farm_ids: list[UUID]
    hours: list[HoursOut]
    time_zone: str
    version: int
    veterinarian_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.base import Base  # noqa: PLC0415

        base: dict[str, Any] | None
        if isinstance(self.base, Base):
            base = self.base.to_dict()
        else:
            base = self.base

        farm_ids = []
        for farm_ids_item_data in self.farm_ids:
            farm_ids_item = str(farm_ids_item_data)
            farm_ids.append(farm_ids_item)

        hours = []
        for hours_item_data in self.hours:
            hours_item = hours_item_data.to_dict()
            hours.append(hours_item)

        time_zone = self.time_zone

        version = self.version

        veterinarian_id = str(self.veterinarian_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "base": base,
                "farm_ids": farm_ids,
                "hours": hours,
                "time_zone": time_zone,
                "version": version,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.base import Base  # noqa: PLC0415
        from ..models.hours_out import HoursOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_base(data: object) -> Base | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                base_type_0 = Base.from_dict(data)

                return base_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Base | None, data)

        base = _parse_base(d.pop("base"))

        farm_ids = []
        _farm_ids = d.pop("farm_ids")
        for farm_ids_item_data in _farm_ids:
            farm_ids_item = UUID(farm_ids_item_data)

            farm_ids.append(farm_ids_item)

        hours = []
        _hours = d.pop("hours")
        for hours_item_data in _hours:
            hours_item = HoursOut.from_dict(hours_item_data)

            hours.append(hours_item)

        time_zone = d.pop("time_zone")

        version = d.pop("version")

        veterinarian_id = UUID(d.pop("veterinarian_id"))

        calendar_out = cls(
            base=base,
            farm_ids=farm_ids,
            hours=hours,
            time_zone=time_zone,
            version=version,
            veterinarian_id=veterinarian_id,
        )

        calendar_out.additional_properties = d
        return calendar_out

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
