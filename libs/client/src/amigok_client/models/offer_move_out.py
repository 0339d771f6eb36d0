from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.offer_move_out_side_type_0 import OfferMoveOutSideType0, check_offer_move_out_side_type_0

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OfferMoveOut")


@_attrs_define
class OfferMoveOut:
    """One move of an offer. `side` is null where neither side made it."""

    action: str
    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    moved_at: datetime.datetime
    side: None | OfferMoveOutSideType0
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        amount = self.amount.to_dict()

        moved_at = self.moved_at.isoformat()

        side: None | str
        if isinstance(self.side, str):
            side = self.side
        else:
            side = self.side

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "amount": amount,
                "moved_at": moved_at,
                "side": side,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        action = d.pop("action")

        amount = Money.from_dict(d.pop("amount"))

        moved_at = datetime.datetime.fromisoformat(d.pop("moved_at"))

        def _parse_side(data: object) -> None | OfferMoveOutSideType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                side_type_0 = check_offer_move_out_side_type_0(data)

                return side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OfferMoveOutSideType0, data)

        side = _parse_side(d.pop("side"))

        version = d.pop("version")

        offer_move_out = cls(
            action=action,
            amount=amount,
            moved_at=moved_at,
            side=side,
            version=version,
        )

        offer_move_out.additional_properties = d
        return offer_move_out

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
