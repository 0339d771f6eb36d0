from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.listing_day_out import ListingDayOut
    from ..models.listing_sales_out import ListingSalesOut
    from ..models.listing_state_out import ListingStateOut


T = TypeVar("T", bound="ListingStatisticsOut")


@_attrs_define
class ListingStatisticsOut:
    """Listings by state, by day and by how they ended; the platform's and users' apart."""

    days: list[ListingDayOut]
    sales: list[ListingSalesOut]
    states: list[ListingStateOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)

        sales = []
        for sales_item_data in self.sales:
            sales_item = sales_item_data.to_dict()
            sales.append(sales_item)

        states = []
        for states_item_data in self.states:
            states_item = states_item_data.to_dict()
            states.append(states_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "sales": sales,
                "states": states,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_day_out import ListingDayOut  # noqa: PLC0415
        from ..models.listing_sales_out import ListingSalesOut  # noqa: PLC0415
        from ..models.listing_state_out import ListingStateOut  # noqa: PLC0415

        d = dict(src_dict)
        days = []
        _days = d.pop("days")
        for days_item_data in _days:
            days_item = ListingDayOut.from_dict(days_item_data)

            days.append(days_item)

        sales = []
        _sales = d.pop("sales")
        for sales_item_data in _sales:
            sales_item = ListingSalesOut.from_dict(sales_item_data)

            sales.append(sales_item)

        states = []
        _states = d.pop("states")
        for states_item_data in _states:
            states_item = ListingStateOut.from_dict(states_item_data)

            states.append(states_item)

        listing_statistics_out = cls(
            days=days,
            sales=sales,
            states=states,
        )

        listing_statistics_out.additional_properties = d
        return listing_statistics_out

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
