from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.offer_for_admin_out_side import OfferForAdminOutSide, check_offer_for_admin_out_side
from ..models.offer_for_admin_out_state import OfferForAdminOutState, check_offer_for_admin_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OfferForAdminOut")


@_attrs_define
class OfferForAdminOut:
    """An offer as administrators see it."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    asked: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    buyer_id: UUID
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    id: UUID
    listing_id: UUID
    livestock_id: UUID
    made_at: datetime.datetime
    order_id: None | UUID
    reason: None | str
    seller_id: None | UUID
    side: OfferForAdminOutSide
    state: OfferForAdminOutState
    title: str
    version: int
    your_turn: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        asked = self.asked.to_dict()

        buyer_id = str(self.buyer_id)

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        listing_id = str(self.listing_id)

        livestock_id = str(self.livestock_id)

        made_at = self.made_at.isoformat()

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        reason: None | str
        reason = self.reason

        seller_id: None | str
        if isinstance(self.seller_id, UUID):
            seller_id = str(self.seller_id)
        else:
            seller_id = self.seller_id

        side: str = self.side

        state: str = self.state

        title = self.title

        version = self.version

        your_turn = self.your_turn

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "asked": asked,
                "buyer_id": buyer_id,
                "ended_at": ended_at,
                "expires_at": expires_at,
                "id": id,
                "listing_id": listing_id,
                "livestock_id": livestock_id,
                "made_at": made_at,
                "order_id": order_id,
                "reason": reason,
                "seller_id": seller_id,
                "side": side,
                "state": state,
                "title": title,
                "version": version,
                "your_turn": your_turn,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        asked = Money.from_dict(d.pop("asked"))

        buyer_id = UUID(d.pop("buyer_id"))

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

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        listing_id = UUID(d.pop("listing_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_order_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_id_type_0 = UUID(data)

                return order_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        order_id = _parse_order_id(d.pop("order_id"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_seller_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seller_id_type_0 = UUID(data)

                return seller_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        seller_id = _parse_seller_id(d.pop("seller_id"))

        side = check_offer_for_admin_out_side(d.pop("side"))

        state = check_offer_for_admin_out_state(d.pop("state"))

        title = d.pop("title")

        version = d.pop("version")

        your_turn = d.pop("your_turn")

        offer_for_admin_out = cls(
            amount=amount,
            asked=asked,
            buyer_id=buyer_id,
            ended_at=ended_at,
            expires_at=expires_at,
            id=id,
            listing_id=listing_id,
            livestock_id=livestock_id,
            made_at=made_at,
            order_id=order_id,
            reason=reason,
            seller_id=seller_id,
            side=side,
            state=state,
            title=title,
            version=version,
            your_turn=your_turn,
        )

        offer_for_admin_out.additional_properties = d
        return offer_for_admin_out

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
