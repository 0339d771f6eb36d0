from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.shop_item_out_kind import ShopItemOutKind, check_shop_item_out_kind

T = TypeVar("T", bound="ShopItemOut")


@_attrs_define
class ShopItemOut:
    """Something that coins buy."""

    days: int | None
    description: str
    id: UUID
    is_active: bool
    kind: ShopItemOutKind
    name: str
    percent: int | None
    price: int
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days: int | None
        days = self.days

        description = self.description

        id = str(self.id)

        is_active = self.is_active

        kind: str = self.kind

        name = self.name

        percent: int | None
        percent = self.percent

        price = self.price

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "description": description,
                "id": id,
                "is_active": is_active,
                "kind": kind,
                "name": name,
                "percent": percent,
                "price": price,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))

        description = d.pop("description")

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        kind = check_shop_item_out_kind(d.pop("kind"))

        name = d.pop("name")

        def _parse_percent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        percent = _parse_percent(d.pop("percent"))

        price = d.pop("price")

        version = d.pop("version")

        shop_item_out = cls(
            days=days,
            description=description,
            id=id,
            is_active=is_active,
            kind=kind,
            name=name,
            percent=percent,
            price=price,
            version=version,
        )

        shop_item_out.additional_properties = d
        return shop_item_out

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
