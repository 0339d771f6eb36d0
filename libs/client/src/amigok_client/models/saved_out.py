from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SavedOut")


@_attrs_define
class SavedOut:
    """A card that the provider keeps. Use its `id` as the `saved_method` of a payment."""

    brand: str
    default: bool
    expires_month: int
    expires_year: int
    id: str
    last4: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        brand = self.brand

        default = self.default

        expires_month = self.expires_month

        expires_year = self.expires_year

        id = self.id

        last4 = self.last4

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "brand": brand,
                "default": default,
                "expires_month": expires_month,
                "expires_year": expires_year,
                "id": id,
                "last4": last4,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        brand = d.pop("brand")

        default = d.pop("default")

        expires_month = d.pop("expires_month")

        expires_year = d.pop("expires_year")

        id = d.pop("id")

        last4 = d.pop("last4")

        saved_out = cls(
            brand=brand,
            default=default,
            expires_month=expires_month,
            expires_year=expires_year,
            id=id,
            last4=last4,
        )

        saved_out.additional_properties = d
        return saved_out

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
