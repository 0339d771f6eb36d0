from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.buy_in_pay_with import BuyInPayWith, check_buy_in_pay_with
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.delivery import Delivery
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="BuyIn")


@_attrs_define
class BuyIn:
    """The listing that the buyer saw, its price, and how they pay: from the wallet now, or by a payment for the order
    that follows. `delivery` is for the seller, once the price is held.

    """

    listing_id: UUID
    price: MoneyAsked
    """ An exact amount. Never a float. """
    delivery: Delivery | None | Unset = UNSET
    pay_with: BuyInPayWith | Unset = "wallet"

    def to_dict(self) -> dict[str, Any]:
        from ..models.delivery import Delivery  # noqa: PLC0415

        listing_id = str(self.listing_id)

        price = self.price.to_dict()

        delivery: dict[str, Any] | None | Unset
        if isinstance(self.delivery, Unset):
            delivery = UNSET
        elif isinstance(self.delivery, Delivery):
            delivery = self.delivery.to_dict()
        else:
            delivery = self.delivery

        pay_with: str | Unset = UNSET
        if not isinstance(self.pay_with, Unset):
            pay_with = self.pay_with

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "price": price,
            }
        )
        if delivery is not UNSET:
            field_dict["delivery"] = delivery
        if pay_with is not UNSET:
            field_dict["pay_with"] = pay_with

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery import Delivery  # noqa: PLC0415
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = UUID(d.pop("listing_id"))

        price = MoneyAsked.from_dict(d.pop("price"))

        def _parse_delivery(data: object) -> Delivery | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delivery_type_0 = Delivery.from_dict(data)

                return delivery_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Delivery | None | Unset, data)

        delivery = _parse_delivery(d.pop("delivery", UNSET))

        _pay_with = d.pop("pay_with", UNSET)
        pay_with: BuyInPayWith | Unset
        if isinstance(_pay_with, Unset):
            pay_with = UNSET
        else:
            pay_with = check_buy_in_pay_with(_pay_with)

        buy_in = cls(
            listing_id=listing_id,
            price=price,
            delivery=delivery,
            pay_with=pay_with,
        )

        return buy_in
