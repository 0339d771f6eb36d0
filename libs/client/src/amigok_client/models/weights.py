from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.estimate import Estimate
    from ..models.weighing_out import WeighingOut


T = TypeVar("T", bound="Weights")


@_attrs_define
class Weights:
    """An animal's weights, latest first, and its gain in kg a day over the 90 days before the latest."""

    daily_gain_kg: None | str
    estimate: Estimate | None
    items: list[WeighingOut]
    next_cursor: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.estimate import Estimate  # noqa: PLC0415

        daily_gain_kg: None | str
        daily_gain_kg = self.daily_gain_kg

        estimate: dict[str, Any] | None
        if isinstance(self.estimate, Estimate):
            estimate = self.estimate.to_dict()
        else:
            estimate = self.estimate

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str | Unset
        if isinstance(self.next_cursor, Unset):
            next_cursor = UNSET
        else:
            next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "daily_gain_kg": daily_gain_kg,
                "estimate": estimate,
                "items": items,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.estimate import Estimate  # noqa: PLC0415
        from ..models.weighing_out import WeighingOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_daily_gain_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        daily_gain_kg = _parse_daily_gain_kg(d.pop("daily_gain_kg"))

        def _parse_estimate(data: object) -> Estimate | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                estimate_type_0 = Estimate.from_dict(data)

                return estimate_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Estimate | None, data)

        estimate = _parse_estimate(d.pop("estimate"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = WeighingOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor", UNSET))

        weights = cls(
            daily_gain_kg=daily_gain_kg,
            estimate=estimate,
            items=items,
            next_cursor=next_cursor,
        )

        weights.additional_properties = d
        return weights

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
