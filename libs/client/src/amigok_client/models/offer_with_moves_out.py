from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.offer_with_moves_out_side import OfferWithMovesOutSide, check_offer_with_moves_out_side
from ..models.offer_with_moves_out_state import OfferWithMovesOutState, check_offer_with_moves_out_state

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.offer_move_out import OfferMoveOut


T = TypeVar("T", bound="OfferWithMovesOut")


@_attrs_define
class OfferWithMovesOut:
    """An offer with all its moves."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    asked: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    id: UUID
    listing_id: UUID
    livestock_id: UUID
    made_at: datetime.datetime
    moves: list[OfferMoveOut]
    order_id: None | UUID
    reason: None | str
    side: OfferWithMovesOutSide
    state: OfferWithMovesOutState
    title: str
    version: int
    your_turn: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        asked = self.asked.to_dict()

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

        moves = []
        for moves_item_data in self.moves:
            moves_item = moves_item_data.to_dict()
            moves.append(moves_item)

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        reason: None | str
        reason = self.reason

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
                "ended_at": ended_at,
                "expires_at": expires_at,
                "id": id,
                "listing_id": listing_id,
                "livestock_id": livestock_id,
                "made_at": made_at,
                "moves": moves,
                "order_id": order_id,
                "reason": reason,
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
        from ..models.offer_move_out import OfferMoveOut  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        asked = Money.from_dict(d.pop("asked"))

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

        moves = []
        _moves = d.pop("moves")
        for moves_item_data in _moves:
            moves_item = OfferMoveOut.from_dict(moves_item_data)

            moves.append(moves_item)

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

        side = check_offer_with_moves_out_side(d.pop("side"))

        state = check_offer_with_moves_out_state(d.pop("state"))

        title = d.pop("title")

        version = d.pop("version")

        your_turn = d.pop("your_turn")

        offer_with_moves_out = cls(
            amount=amount,
            asked=asked,
            ended_at=ended_at,
            expires_at=expires_at,
            id=id,
            listing_id=listing_id,
            livestock_id=livestock_id,
            made_at=made_at,
            moves=moves,
            order_id=order_id,
            reason=reason,
            side=side,
            state=state,
            title=title,
            version=version,
            your_turn=your_turn,
        )

        offer_with_moves_out.additional_properties = d
        return offer_with_moves_out

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
