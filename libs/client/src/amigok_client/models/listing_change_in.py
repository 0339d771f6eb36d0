from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="ListingChangeIn")


@_attrs_define
class ListingChangeIn:
    """What a listing says from now on, all of it, and the version that you have read."""

    description: str
    negotiable: bool
    price: MoneyAsked
    """ An exact amount. Never a float. """
    title: str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        negotiable = self.negotiable

        price = self.price.to_dict()

        title = self.title

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "negotiable": negotiable,
                "price": price,
                "title": title,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        negotiable = d.pop("negotiable")

        price = MoneyAsked.from_dict(d.pop("price"))

        title = d.pop("title")

        version = d.pop("version")

        listing_change_in = cls(
            description=description,
            negotiable=negotiable,
            price=price,
            title=title,
            version=version,
        )

        return listing_change_in
