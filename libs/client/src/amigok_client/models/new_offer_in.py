from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="NewOfferIn")


@_attrs_define
class NewOfferIn:
    """What you offer, and the version of the listing that you have read."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    listing_version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        listing_version = self.listing_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "listing_version": listing_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        listing_version = d.pop("listing_version")

        new_offer_in = cls(
            amount=amount,
            listing_version=listing_version,
        )

        return new_offer_in
