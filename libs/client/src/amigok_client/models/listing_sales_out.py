from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.listing_sales_out_listing_type import ListingSalesOutListingType, check_listing_sales_out_listing_type

T = TypeVar("T", bound="ListingSalesOut")


@_attrs_define
class ListingSalesOut:
    """How listings ended in the period: the share that was sold, and the median of days until they were."""

    ended: int
    listing_type: ListingSalesOutListingType
    median_days_to_sell: None | str
    sold: int
    sold_share: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended = self.ended

        listing_type: str = self.listing_type

        median_days_to_sell: None | str
        median_days_to_sell = self.median_days_to_sell

        sold = self.sold

        sold_share = self.sold_share

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended": ended,
                "listing_type": listing_type,
                "median_days_to_sell": median_days_to_sell,
                "sold": sold,
                "sold_share": sold_share,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended = d.pop("ended")

        listing_type = check_listing_sales_out_listing_type(d.pop("listing_type"))

        def _parse_median_days_to_sell(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        median_days_to_sell = _parse_median_days_to_sell(d.pop("median_days_to_sell"))

        sold = d.pop("sold")

        sold_share = d.pop("sold_share")

        listing_sales_out = cls(
            ended=ended,
            listing_type=listing_type,
            median_days_to_sell=median_days_to_sell,
            sold=sold,
            sold_share=sold_share,
        )

        listing_sales_out.additional_properties = d
        return listing_sales_out

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
