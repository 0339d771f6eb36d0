from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.listing_state_out_listing_type import ListingStateOutListingType, check_listing_state_out_listing_type
from ..models.listing_state_out_state import ListingStateOutState, check_listing_state_out_state

T = TypeVar("T", bound="ListingStateOut")


@_attrs_define
class ListingStateOut:
    """The listings that were made in the period and are in a state now."""

    listing_type: ListingStateOutListingType
    listings: int
    state: ListingStateOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        listing_type: str = self.listing_type

        listings = self.listings

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "listing_type": listing_type,
                "listings": listings,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        listing_type = check_listing_state_out_listing_type(d.pop("listing_type"))

        listings = d.pop("listings")

        state = check_listing_state_out_state(d.pop("state"))

        listing_state_out = cls(
            listing_type=listing_type,
            listings=listings,
            state=state,
        )

        listing_state_out.additional_properties = d
        return listing_state_out

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
