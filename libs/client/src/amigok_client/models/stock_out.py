from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StockOut")


@_attrs_define
class StockOut:
    """An ingredient on a farm: what may be fed of it, what has expired or was recalled, what is fed a day, in kg.

    `daily_kg` is the mean of up to seven days before today; `days_left` is null while nothing was fed.

    """

    daily_kg: str
    days_left: None | str
    ingredient: str
    left_kg: str
    low_since: datetime.datetime | None
    unusable_kg: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        daily_kg = self.daily_kg

        days_left: None | str
        days_left = self.days_left

        ingredient = self.ingredient

        left_kg = self.left_kg

        low_since: None | str
        if isinstance(self.low_since, datetime.datetime):
            low_since = self.low_since.isoformat()
        else:
            low_since = self.low_since

        unusable_kg = self.unusable_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "daily_kg": daily_kg,
                "days_left": days_left,
                "ingredient": ingredient,
                "left_kg": left_kg,
                "low_since": low_since,
                "unusable_kg": unusable_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        daily_kg = d.pop("daily_kg")

        def _parse_days_left(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        days_left = _parse_days_left(d.pop("days_left"))

        ingredient = d.pop("ingredient")

        left_kg = d.pop("left_kg")

        def _parse_low_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                low_since_type_0 = datetime.datetime.fromisoformat(data)

                return low_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        low_since = _parse_low_since(d.pop("low_since"))

        unusable_kg = d.pop("unusable_kg")

        stock_out = cls(
            daily_kg=daily_kg,
            days_left=days_left,
            ingredient=ingredient,
            left_kg=left_kg,
            low_since=low_since,
            unusable_kg=unusable_kg,
        )

        stock_out.additional_properties = d
        return stock_out

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
