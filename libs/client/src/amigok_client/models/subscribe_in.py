from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.subscribe_in_cycle import SubscribeInCycle, check_subscribe_in_cycle

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="SubscribeIn")


@_attrs_define
class SubscribeIn:
    """How often to pay, and the price of a period that you have seen; it says in which currency you pay."""

    cycle: SubscribeInCycle
    price: MoneyAsked
    """ An exact amount. Never a float. """

    def to_dict(self) -> dict[str, Any]:
        cycle: str = self.cycle

        price = self.price.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cycle": cycle,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        cycle = check_subscribe_in_cycle(d.pop("cycle"))

        price = MoneyAsked.from_dict(d.pop("price"))

        subscribe_in = cls(
            cycle=cycle,
            price=price,
        )

        return subscribe_in
