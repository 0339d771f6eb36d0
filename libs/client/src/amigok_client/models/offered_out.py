from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.offered_out_methods_item import OfferedOutMethodsItem, check_offered_out_methods_item

T = TypeVar("T", bound="OfferedOut")


@_attrs_define
class OfferedOut:
    """The payment methods available in a currency, and Stripe's public key for the browser."""

    methods: list[OfferedOutMethodsItem]
    stripe_publishable_key: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        methods = []
        for methods_item_data in self.methods:
            methods_item: str = methods_item_data
            methods.append(methods_item)

        stripe_publishable_key: None | str
        stripe_publishable_key = self.stripe_publishable_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "methods": methods,
                "stripe_publishable_key": stripe_publishable_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        methods = []
        _methods = d.pop("methods")
        for methods_item_data in _methods:
            methods_item = check_offered_out_methods_item(methods_item_data)

            methods.append(methods_item)

        def _parse_stripe_publishable_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stripe_publishable_key = _parse_stripe_publishable_key(d.pop("stripe_publishable_key"))

        offered_out = cls(
            methods=methods,
            stripe_publishable_key=stripe_publishable_key,
        )

        offered_out.additional_properties = d
        return offered_out

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
