from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.use_out import UseOut


T = TypeVar("T", bound="FarmUseOut")


@_attrs_define
class FarmUseOut:
    """The use of a farm in a quarter. `kilograms` is what its animals weighed together on the day `measured_on`."""

    farm_id: UUID
    items: list[UseOut]
    kilograms: None | str
    measured_on: datetime.date | None
    quarter: int
    year: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        farm_id = str(self.farm_id)

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        kilograms: None | str
        kilograms = self.kilograms

        measured_on: None | str
        if isinstance(self.measured_on, datetime.date):
            measured_on = self.measured_on.isoformat()
        else:
            measured_on = self.measured_on

        quarter = self.quarter

        year = self.year

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "farm_id": farm_id,
                "items": items,
                "kilograms": kilograms,
                "measured_on": measured_on,
                "quarter": quarter,
                "year": year,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.use_out import UseOut  # noqa: PLC0415

        d = dict(src_dict)
        farm_id = UUID(d.pop("farm_id"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = UseOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_kilograms(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kilograms = _parse_kilograms(d.pop("kilograms"))

        def _parse_measured_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                measured_on_type_0 = datetime.date.fromisoformat(data)

                return measured_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        measured_on = _parse_measured_on(d.pop("measured_on"))

        quarter = d.pop("quarter")

        year = d.pop("year")

        farm_use_out = cls(
            farm_id=farm_id,
            items=items,
            kilograms=kilograms,
            measured_on=measured_on,
            quarter=quarter,
            year=year,
        )

        farm_use_out.additional_properties = d
        return farm_use_out

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
