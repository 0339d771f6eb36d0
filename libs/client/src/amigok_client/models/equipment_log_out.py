from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.equipment_out import EquipmentOut
    from ..models.excursion_out import ExcursionOut
    from ..models.gap_out import GapOut
    from ..models.log_day import LogDay
    from ..models.summary import Summary


T = TypeVar("T", bound="EquipmentLogOut")


@_attrs_define
class EquipmentLogOut:
    """The log of equipment over some days.

    Of excursions and gaps the first 500 are listed; `complete` says whether these are all.

    """

    complete: bool
    days: list[LogDay]
    equipment: EquipmentOut
    """ Equipment of a farm. It is judged while it is `on`. """
    excursions: list[ExcursionOut]
    farm_name: None | str
    first_day: datetime.date
    gaps: list[GapOut]
    generated_at: datetime.datetime
    last_day: datetime.date
    summary: Summary
    """ What was measured, in °C, weighted by time; null where nothing was.

    `measured_minutes` are how long readings held: each until the next one, at most 30 minutes. `minutes_above` and
    `minutes_below` are those outside of the range that the equipment has now. """
    time_zone: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complete = self.complete

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)

        equipment = self.equipment.to_dict()

        excursions = []
        for excursions_item_data in self.excursions:
            excursions_item = excursions_item_data.to_dict()
            excursions.append(excursions_item)

        farm_name: None | str
        farm_name = self.farm_name

        first_day = self.first_day.isoformat()

        gaps = []
        for gaps_item_data in self.gaps:
            gaps_item = gaps_item_data.to_dict()
            gaps.append(gaps_item)

        generated_at = self.generated_at.isoformat()

        last_day = self.last_day.isoformat()

        summary = self.summary.to_dict()

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complete": complete,
                "days": days,
                "equipment": equipment,
                "excursions": excursions,
                "farm_name": farm_name,
                "first_day": first_day,
                "gaps": gaps,
                "generated_at": generated_at,
                "last_day": last_day,
                "summary": summary,
                "time_zone": time_zone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.equipment_out import EquipmentOut  # noqa: PLC0415
        from ..models.excursion_out import ExcursionOut  # noqa: PLC0415
        from ..models.gap_out import GapOut  # noqa: PLC0415
        from ..models.log_day import LogDay  # noqa: PLC0415
        from ..models.summary import Summary  # noqa: PLC0415

        d = dict(src_dict)
        complete = d.pop("complete")

        days = []
        _days = d.pop("days")
        for days_item_data in _days:
            days_item = LogDay.from_dict(days_item_data)

            days.append(days_item)

        equipment = EquipmentOut.from_dict(d.pop("equipment"))

        excursions = []
        _excursions = d.pop("excursions")
        for excursions_item_data in _excursions:
            excursions_item = ExcursionOut.from_dict(excursions_item_data)

            excursions.append(excursions_item)

        def _parse_farm_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        farm_name = _parse_farm_name(d.pop("farm_name"))

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        gaps = []
        _gaps = d.pop("gaps")
        for gaps_item_data in _gaps:
            gaps_item = GapOut.from_dict(gaps_item_data)

            gaps.append(gaps_item)

        generated_at = datetime.datetime.fromisoformat(d.pop("generated_at"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        summary = Summary.from_dict(d.pop("summary"))

        time_zone = d.pop("time_zone")

        equipment_log_out = cls(
            complete=complete,
            days=days,
            equipment=equipment,
            excursions=excursions,
            farm_name=farm_name,
            first_day=first_day,
            gaps=gaps,
            generated_at=generated_at,
            last_day=last_day,
            summary=summary,
            time_zone=time_zone,
        )

        equipment_log_out.additional_properties = d
        return equipment_log_out

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
