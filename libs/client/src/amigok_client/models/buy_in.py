from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.buy_in_pay_with import BuyInPayWith, check_buy_in_pay_with
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="BuyIn")


@_attrs_define
class BuyIn:
    """The listing that the buyer saw, optionally its price, and how they pay: from the wallet now, or by a payment for
    the order that follows.

    """

    listing_id: UUID
    pay_with: BuyInPayWith | Unset = "wallet"
    price: MoneyAsked | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        listing_id = str(self.listing_id)

        pay_with: str | Unset = UNSET
        if not isinstance(self.pay_with, Unset):
            pay_with = self.pay_with

        price: dict[str, Any] | None | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        elif isinstance(self.price, MoneyAsked):
            price = self.price.to_dict()
        else:
            price = self.price

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
            }
        )
        if pay_with is not UNSET:
            field_dict["pay_with"] = pay_with
        if price is not UNSET:
            field_dict["price"] = price

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = UUID(d.pop("listing_id"))

        _pay_with = d.pop("pay_with", UNSET)
        pay_with: BuyInPayWith | Unset
        if isinstance(_pay_with, Unset):
            pay_with = UNSET
        else:
            pay_with = check_buy_in_pay_with(_pay_with)

        def _parse_price(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = MoneyAsked.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        price = _parse_price(d.pop("price", UNSET))

        buy_in = cls(
            listing_id=listing_id,
            pay_with=pay_with,
            price=price,
        )

        return buy_in
