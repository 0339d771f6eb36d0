from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money_weighted_out import MoneyWeightedOut


T = TypeVar("T", bound="WeightedOut")


@_attrs_define
class WeightedOut:
    """Of everything, as if what is left were sold at its value; and of the animals that are gone, alone."""

    realised: MoneyWeightedOut
    """ A money-weighted return (XIRR): for a year, and for the `days` between the first and the last movement. """
    total: MoneyWeightedOut
    """ A money-weighted return (XIRR): for a year, and for the `days` between the first and the last movement. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        realised = self.realised.to_dict()

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "realised": realised,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_weighted_out import MoneyWeightedOut  # noqa: PLC0415

        d = dict(src_dict)
        realised = MoneyWeightedOut.from_dict(d.pop("realised"))

        total = MoneyWeightedOut.from_dict(d.pop("total"))

        weighted_out = cls(
            realised=realised,
            total=total,
        )

        weighted_out.additional_properties = d
        return weighted_out

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
