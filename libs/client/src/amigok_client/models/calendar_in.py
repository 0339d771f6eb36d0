from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.base import Base
    from ..models.hours_in import HoursIn


T = TypeVar("T", bound="CalendarIn")


@_attrs_define
class CalendarIn:
    """The whole calendar as it is to be."""

    hours: list[HoursIn]
    time_zone: str
    version: int
    """ The version that you have read; 0: there is none """
    base: Base | None | Unset = UNSET
    farm_ids: list[UUID] | Unset = UNSET
    """ Which farms; none: all """

    def to_dict(self) -> dict[str, Any]:
        from ..models.base import Base  # noqa: PLC0415

        hours = []
        for hours_item_data in self.hours:
            hours_item = hours_item_data.to_dict()
            hours.append(hours_item)

        time_zone = self.time_zone

        version = self.version

        base: dict[str, Any] | None | Unset
        if isinstance(self.base, Unset):
            base = UNSET
        elif isinstance(self.base, Base):
            base = self.base.to_dict()
        else:
            base = self.base

        farm_ids: list[str] | Unset = UNSET
        if not isinstance(self.farm_ids, Unset):
            farm_ids = []
            for farm_ids_item_data in self.farm_ids:
                farm_ids_item = str(farm_ids_item_data)
                farm_ids.append(farm_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "hours": hours,
                "time_zone": time_zone,
                "version": version,
            }
        )
        if base is not UNSET:
            field_dict["base"] = base
        if farm_ids is not UNSET:
            field_dict["farm_ids"] = farm_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.base import Base  # noqa: PLC0415
        from ..models.hours_in import HoursIn  # noqa: PLC0415

        d = dict(src_dict)
        hours = []
        _hours = d.pop("hours")
        for hours_item_data in _hours:
            hours_item = HoursIn.from_dict(hours_item_data)

            hours.append(hours_item)

        time_zone = d.pop("time_zone")

        version = d.pop("version")

        def _parse_base(data: object) -> Base | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                base_type_0 = Base.from_dict(data)

                return base_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Base | None | Unset, data)

        base = _parse_base(d.pop("base", UNSET))

        _farm_ids = d.pop("farm_ids", UNSET)
        farm_ids: list[UUID] | Unset = UNSET
        if _farm_ids is not UNSET:
            farm_ids = []
            for farm_ids_item_data in _farm_ids:
                farm_ids_item = UUID(farm_ids_item_data)

                farm_ids.append(farm_ids_item)

        calendar_in = cls(
            hours=hours,
            time_zone=time_zone,
            version=version,
            base=base,
            farm_ids=farm_ids,
        )

        return calendar_in
