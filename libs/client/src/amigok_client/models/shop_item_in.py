from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shop_item_in_kind import ShopItemInKind, check_shop_item_in_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="ShopItemIn")


@_attrs_define
class ShopItemIn:
    """Something that coins buy. A boost raises the experience of tasks by `percent` for so many `days`."""

    kind: ShopItemInKind
    name: str
    price: int
    """ Coins """
    days: int | None | Unset = UNSET
    description: str | Unset = ""
    percent: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        name = self.name

        price = self.price

        days: int | None | Unset
        if isinstance(self.days, Unset):
            days = UNSET
        else:
            days = self.days

        description = self.description

        percent: int | None | Unset
        if isinstance(self.percent, Unset):
            percent = UNSET
        else:
            percent = self.percent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "name": name,
                "price": price,
            }
        )
        if days is not UNSET:
            field_dict["days"] = days
        if description is not UNSET:
            field_dict["description"] = description
        if percent is not UNSET:
            field_dict["percent"] = percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_shop_item_in_kind(d.pop("kind"))

        name = d.pop("name")

        price = d.pop("price")

        def _parse_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        days = _parse_days(d.pop("days", UNSET))

        description = d.pop("description", UNSET)

        def _parse_percent(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        percent = _parse_percent(d.pop("percent", UNSET))

        shop_item_in = cls(
            kind=kind,
            name=name,
            price=price,
            days=days,
            description=description,
            percent=percent,
        )

        return shop_item_in
