from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.second_factor_out_methods_item import SecondFactorOutMethodsItem, check_second_factor_out_methods_item
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.second_factor_out_passkey_options_type_0 import SecondFactorOutPasskeyOptionsType0


T = TypeVar("T", bound="SecondFactorOut")


@_attrs_define
class SecondFactorOut:
    """The password was right. Continue with one of the methods, each named after the field that takes it."""

    challenge: str
    expires_in: int
    """ Lifetime of the challenge in seconds """
    methods: list[SecondFactorOutMethodsItem]
    passkey_options: None | SecondFactorOutPasskeyOptionsType0
    """ For `parseRequestOptionsFromJSON` """
    second_factor_required: bool | Unset = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.second_factor_out_passkey_options_type_0 import SecondFactorOutPasskeyOptionsType0  # noqa: PLC0415

        challenge = self.challenge

        expires_in = self.expires_in

        methods = []
        for methods_item_data in self.methods:
            methods_item: str = methods_item_data
            methods.append(methods_item)

        passkey_options: dict[str, Any] | None
        if isinstance(self.passkey_options, SecondFactorOutPasskeyOptionsType0):
            passkey_options = self.passkey_options.to_dict()
        else:
            passkey_options = self.passkey_options

        second_factor_required = self.second_factor_required

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "challenge": challenge,
                "expires_in": expires_in,
                "methods": methods,
                "passkey_options": passkey_options,
            }
        )
        if second_factor_required is not UNSET:
            field_dict["second_factor_required"] = second_factor_required

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.second_factor_out_passkey_options_type_0 import SecondFactorOutPasskeyOptionsType0  # noqa: PLC0415

        d = dict(src_dict)
        challenge = d.pop("challenge")

        expires_in = d.pop("expires_in")

        methods = []
        _methods = d.pop("methods")
        for methods_item_data in _methods:
            methods_item = check_second_factor_out_methods_item(methods_item_data)

            methods.append(methods_item)

        def _parse_passkey_options(data: object) -> None | SecondFactorOutPasskeyOptionsType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                passkey_options_type_0 = SecondFactorOutPasskeyOptionsType0.from_dict(data)

                return passkey_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SecondFactorOutPasskeyOptionsType0, data)

        passkey_options = _parse_passkey_options(d.pop("passkey_options"))

        second_factor_required = d.pop("second_factor_required", UNSET)

        second_factor_out = cls(
            challenge=challenge,
            expires_in=expires_in,
            methods=methods,
            passkey_options=passkey_options,
            second_factor_required=second_factor_required,
        )

        second_factor_out.additional_properties = d
        return second_factor_out

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
