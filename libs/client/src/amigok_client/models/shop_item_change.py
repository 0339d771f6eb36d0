from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ShopItemChange")


@_attrs_define
class ShopItemChange:
    """The item as it is to be. Whoever has bought it keeps what they have."""

    name: str
    price: int
    """ Coins """
    version: int
    """ The version that you have read """
    description: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        price = self.price

        version = self.version

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "price": price,
                "version": version,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        price = d.pop("price")

        version = d.pop("version")

        description = d.pop("description", UNSET)

        shop_item_change = cls(
            name=name,
            price=price,
            version=version,
            description=description,
        )

        return shop_item_change
