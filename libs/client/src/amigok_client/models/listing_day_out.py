from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.listing_day_out_listing_type import ListingDayOutListingType, check_listing_day_out_listing_type

T = TypeVar("T", bound="ListingDayOut")


@_attrs_define
class ListingDayOut:
    """What happened to listings on a day. Those that were taken down count as removed when no appeal can follow."""

    day: datetime.date
    expired: int
    listed: int
    listing_type: ListingDayOutListingType
    removed: int
    sold: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        expired = self.expired

        listed = self.listed

        listing_type: str = self.listing_type

        removed = self.removed

        sold = self.sold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "day": day,
                "expired": expired,
                "listed": listed,
                "listing_type": listing_type,
                "removed": removed,
                "sold": sold,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        expired = d.pop("expired")

        listed = d.pop("listed")

        listing_type = check_listing_day_out_listing_type(d.pop("listing_type"))

        removed = d.pop("removed")

        sold = d.pop("sold")

        listing_day_out = cls(
            day=day,
            expired=expired,
            listed=listed,
            listing_type=listing_type,
            removed=removed,
            sold=sold,
        )

        listing_day_out.additional_properties = d
        return listing_day_out

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
