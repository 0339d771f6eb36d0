from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.step_up_options_methods_item_type_0 import (
    StepUpOptionsMethodsItemType0,
    check_step_up_options_methods_item_type_0,
)

if TYPE_CHECKING:
    from ..models.step_up_options_passkey_options_type_0 import StepUpOptionsPasskeyOptionsType0


T = TypeVar("T", bound="StepUpOptions")


@_attrs_define
class StepUpOptions:
    """The methods by which this session can prove its user again, each named after the field that takes it."""

    methods: list[Literal["password"] | StepUpOptionsMethodsItemType0]
    passkey_options: None | StepUpOptionsPasskeyOptionsType0
    """ For `parseRequestOptionsFromJSON` """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.step_up_options_passkey_options_type_0 import StepUpOptionsPasskeyOptionsType0  # noqa: PLC0415

        methods = []
        for methods_item_data in self.methods:
            methods_item: Literal["password"] | str
            if isinstance(methods_item_data, str):
                methods_item = methods_item_data
            else:
                methods_item = methods_item_data
            methods.append(methods_item)

        passkey_options: dict[str, Any] | None
        if isinstance(self.passkey_options, StepUpOptionsPasskeyOptionsType0):
            passkey_options = self.passkey_options.to_dict()
        else:
            passkey_options = self.passkey_options

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "methods": methods,
                "passkey_options": passkey_options,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.step_up_options_passkey_options_type_0 import StepUpOptionsPasskeyOptionsType0  # noqa: PLC0415

        d = dict(src_dict)
        methods = []
        _methods = d.pop("methods")
        for methods_item_data in _methods:

            def _parse_methods_item(data: object) -> Literal["password"] | StepUpOptionsMethodsItemType0:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    methods_item_type_0 = check_step_up_options_methods_item_type_0(data)

                    return methods_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                methods_item_type_1 = cast(Literal["password"], data)
                if methods_item_type_1 != "password":
                    raise ValueError(f"methods_item_type_1 must match const 'password', got '{methods_item_type_1}'")
                return methods_item_type_1

            methods_item = _parse_methods_item(methods_item_data)

            methods.append(methods_item)

        def _parse_passkey_options(data: object) -> None | StepUpOptionsPasskeyOptionsType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                passkey_options_type_0 = StepUpOptionsPasskeyOptionsType0.from_dict(data)

                return passkey_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StepUpOptionsPasskeyOptionsType0, data)

        passkey_options = _parse_passkey_options(d.pop("passkey_options"))

        step_up_options = cls(
            methods=methods,
            passkey_options=passkey_options,
        )

        step_up_options.additional_properties = d
        return step_up_options

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
