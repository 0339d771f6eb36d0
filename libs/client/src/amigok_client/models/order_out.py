from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_out_pay_with import OrderOutPayWith, check_order_out_pay_with
from ..models.order_out_side import OrderOutSide, check_order_out_side
from ..models.order_out_state import OrderOutState, check_order_out_state

if TYPE_CHECKING:
    from ..models.delivery import Delivery
    from ..models.money import Money
    from ..models.order_step import OrderStep


T = TypeVar("T", bound="OrderOut")


@_attrs_define
class OrderOut:
    """A purchase and its progress. `reason` is a stable code that says why it was cancelled.

    Neither side learns about the other's account: sellers read `not_paid` if the price was never held. An order with
    `pay_by` waits for a payment until then. In escrow the price goes to the seller at `escrow_until`, unless the buyer
    confirms before or complains. `paid` is what is captured of the price. `delivery` is what the buyer has told the
    seller, who reads it once the price is held; it is in the answer about a single order only.

    """

    delivery: Delivery | None
    ended_at: datetime.datetime | None
    escrow_until: datetime.datetime | None
    fee: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    id: UUID
    listing_id: UUID
    livestock_id: UUID
    number: str
    paid: Money | None
    pay_by: datetime.datetime | None
    pay_with: OrderOutPayWith
    placed_at: datetime.datetime
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    reason: None | str
    """ Known: `insufficient_funds`, `wallet_missing`, `buyer_cancelled`, `payment_timeout`, `hold_timeout`,
    `listing_not_active`, `account_inactive`, `not_owner` """
    side: OrderOutSide
    state: OrderOutState
    timeline: list[OrderStep]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.delivery import Delivery  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        delivery: dict[str, Any] | None
        if isinstance(self.delivery, Delivery):
            delivery = self.delivery.to_dict()
        else:
            delivery = self.delivery

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        escrow_until: None | str
        if isinstance(self.escrow_until, datetime.datetime):
            escrow_until = self.escrow_until.isoformat()
        else:
            escrow_until = self.escrow_until

        fee = self.fee.to_dict()

        id = str(self.id)

        listing_id = str(self.listing_id)

        livestock_id = str(self.livestock_id)

        number = self.number

        paid: dict[str, Any] | None
        if isinstance(self.paid, Money):
            paid = self.paid.to_dict()
        else:
            paid = self.paid

        pay_by: None | str
        if isinstance(self.pay_by, datetime.datetime):
            pay_by = self.pay_by.isoformat()
        else:
            pay_by = self.pay_by

        pay_with: str = self.pay_with

        placed_at = self.placed_at.isoformat()

        price = self.price.to_dict()

        reason: None | str
        reason = self.reason

        side: str = self.side

        state: str = self.state

        timeline = []
        for timeline_item_data in self.timeline:
            timeline_item = timeline_item_data.to_dict()
            timeline.append(timeline_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "delivery": delivery,
                "ended_at": ended_at,
                "escrow_until": escrow_until,
                "fee": fee,
                "id": id,
                "listing_id": listing_id,
                "livestock_id": livestock_id,
                "number": number,
                "paid": paid,
                "pay_by": pay_by,
                "pay_with": pay_with,
                "placed_at": placed_at,
                "price": price,
                "reason": reason,
                "side": side,
                "state": state,
                "timeline": timeline,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery import Delivery  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.order_step import OrderStep  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_delivery(data: object) -> Delivery | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delivery_type_0 = Delivery.from_dict(data)

                return delivery_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Delivery | None, data)

        delivery = _parse_delivery(d.pop("delivery"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_escrow_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escrow_until_type_0 = datetime.datetime.fromisoformat(data)

                return escrow_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        escrow_until = _parse_escrow_until(d.pop("escrow_until"))

        fee = Money.from_dict(d.pop("fee"))

        id = UUID(d.pop("id"))

        listing_id = UUID(d.pop("listing_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        number = d.pop("number")

        def _parse_paid(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                paid_type_0 = Money.from_dict(data)

                return paid_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        paid = _parse_paid(d.pop("paid"))

        def _parse_pay_by(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                pay_by_type_0 = datetime.datetime.fromisoformat(data)

                return pay_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        pay_by = _parse_pay_by(d.pop("pay_by"))

        pay_with = check_order_out_pay_with(d.pop("pay_with"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        price = Money.from_dict(d.pop("price"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        side = check_order_out_side(d.pop("side"))

        state = check_order_out_state(d.pop("state"))

        timeline = []
        _timeline = d.pop("timeline")
        for timeline_item_data in _timeline:
            timeline_item = OrderStep.from_dict(timeline_item_data)

            timeline.append(timeline_item)

        order_out = cls(
            delivery=delivery,
            ended_at=ended_at,
            escrow_until=escrow_until,
            fee=fee,
            id=id,
            listing_id=listing_id,
            livestock_id=livestock_id,
            number=number,
            paid=paid,
            pay_by=pay_by,
            pay_with=pay_with,
            placed_at=placed_at,
            price=price,
            reason=reason,
            side=side,
            state=state,
            timeline=timeline,
        )

        order_out.additional_properties = d
        return order_out

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
