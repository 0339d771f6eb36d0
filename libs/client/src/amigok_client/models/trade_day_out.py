from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="TradeDayOut")


@_attrs_define
class TradeDayOut:
    """What happened on a day, in one currency: `volume` is what was paid, the `fees` included."""

    cancelled: int
    completed: int
    day: datetime.date
    fees: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    placed: int
    refunded: int
    refunds: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    volume: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cancelled = self.cancelled

        completed = self.completed

        day = self.day.isoformat()

        fees = self.fees.to_dict()

        placed = self.placed

        refunded = self.refunded

        refunds = self.refunds.to_dict()

        volume = self.volume.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cancelled": cancelled,
                "completed": completed,
                "day": day,
                "fees": fees,
                "placed": placed,
                "refunded": refunded,
                "refunds": refunds,
                "volume": volume,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        cancelled = d.pop("cancelled")

        completed = d.pop("completed")

        day = datetime.date.fromisoformat(d.pop("day"))

        fees = Money.from_dict(d.pop("fees"))

        placed = d.pop("placed")

        refunded = d.pop("refunded")

        refunds = Money.from_dict(d.pop("refunds"))

        volume = Money.from_dict(d.pop("volume"))

        trade_day_out = cls(
            cancelled=cancelled,
            completed=completed,
            day=day,
            fees=fees,
            placed=placed,
            refunded=refunded,
            refunds=refunds,
            volume=volume,
        )

        trade_day_out.additional_properties = d
        return trade_day_out

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
