from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CounterIn")


@_attrs_define
class CounterIn:
    """Another amount, and the version of the offer that you have read."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        version = d.pop("version")

        counter_in = cls(
            amount=amount,
            version=version,
        )

        return counter_in
