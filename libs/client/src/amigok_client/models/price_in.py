from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PriceIn")


@_attrs_define
class PriceIn:
    """A new price per kg, the price that it replaces, and the reason."""

    expected_price_per_kg: MoneyAsked
    """ An exact amount. Never a float. """
    price_per_kg: MoneyAsked
    """ An exact amount. Never a float. """
    reason: str

    def to_dict(self) -> dict[str, Any]:
        expected_price_per_kg = self.expected_price_per_kg.to_dict()

        price_per_kg = self.price_per_kg.to_dict()

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "expected_price_per_kg": expected_price_per_kg,
                "price_per_kg": price_per_kg,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        expected_price_per_kg = MoneyAsked.from_dict(d.pop("expected_price_per_kg"))

        price_per_kg = MoneyAsked.from_dict(d.pop("price_per_kg"))

        reason = d.pop("reason")

        price_in = cls(
            expected_price_per_kg=expected_price_per_kg,
            price_per_kg=price_per_kg,
            reason=reason,
        )

        return price_in
