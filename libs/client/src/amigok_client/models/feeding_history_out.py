from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.eaten_meal_out import EatenMealOut
    from ..models.feeding_summary_out import FeedingSummaryOut


T = TypeVar("T", bound="FeedingHistoryOut")


@_attrs_define
class FeedingHistoryOut:
    """What an animal ate, latest first. An owner sees the time in which they owned it."""

    items: list[EatenMealOut]
    summary: FeedingSummaryOut
    """ All meals of the time that was asked for, not only those on the page.

    `unknown` counts the meals of which nobody knows how much was eaten; `eaten_kg` is without them. """
    next_cursor: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        summary = self.summary.to_dict()

        next_cursor: None | str | Unset
        if isinstance(self.next_cursor, Unset):
            next_cursor = UNSET
        else:
            next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "summary": summary,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.eaten_meal_out import EatenMealOut  # noqa: PLC0415
        from ..models.feeding_summary_out import FeedingSummaryOut  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = EatenMealOut.from_dict(items_item_data)

            items.append(items_item)

        summary = FeedingSummaryOut.from_dict(d.pop("summary"))

        def _parse_next_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor", UNSET))

        feeding_history_out = cls(
            items=items,
            summary=summary,
            next_cursor=next_cursor,
        )

        feeding_history_out.additional_properties = d
        return feeding_history_out

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
