from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rate_out import RateOut


T = TypeVar("T", bound="MoneyWeightedOut")


@_attrs_define
class MoneyWeightedOut:
    """A money-weighted return (XIRR): for a year, and for the `days` between the first and the last movement."""

    days: int
    whole: RateOut
    """ A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why. """
    yearly: RateOut
    """ A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        whole = self.whole.to_dict()

        yearly = self.yearly.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "whole": whole,
                "yearly": yearly,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rate_out import RateOut  # noqa: PLC0415

        d = dict(src_dict)
        days = d.pop("days")

        whole = RateOut.from_dict(d.pop("whole"))

        yearly = RateOut.from_dict(d.pop("yearly"))

        money_weighted_out = cls(
            days=days,
            whole=whole,
            yearly=yearly,
        )

        money_weighted_out.additional_properties = d
        return money_weighted_out

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
