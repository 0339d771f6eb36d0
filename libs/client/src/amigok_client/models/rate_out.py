from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rate_out_absent_type_0 import RateOutAbsentType0, check_rate_out_absent_type_0

T = TypeVar("T", bound="RateOut")


@_attrs_define
class RateOut:
    """A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why."""

    absent: None | RateOutAbsentType0
    value: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        absent: None | str
        if isinstance(self.absent, str):
            absent = self.absent
        else:
            absent = self.absent

        value: None | str
        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "absent": absent,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_absent(data: object) -> None | RateOutAbsentType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                absent_type_0 = check_rate_out_absent_type_0(data)

                return absent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RateOutAbsentType0, data)

        absent = _parse_absent(d.pop("absent"))

        def _parse_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value = _parse_value(d.pop("value"))

        rate_out = cls(
            absent=absent,
            value=value,
        )

        rate_out.additional_properties = d
        return rate_out

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
