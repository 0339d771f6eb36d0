from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.settlement_out_provider import SettlementOutProvider, check_settlement_out_provider

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="SettlementOut")


@_attrs_define
class SettlementOut:
    """A day of a provider in one currency. `moving` counts differences that are too recent to be judged."""

    day: datetime.date
    differences: int
    fees: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    gross: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    id: UUID
    movements: int
    moving: int
    net: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    provider: SettlementOutProvider
    reconciled_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        differences = self.differences

        fees = self.fees.to_dict()

        gross = self.gross.to_dict()

        id = str(self.id)

        movements = self.movements

        moving = self.moving

        net = self.net.to_dict()

        provider: str = self.provider

        reconciled_at = self.reconciled_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "day": day,
                "differences": differences,
                "fees": fees,
                "gross": gross,
                "id": id,
                "movements": movements,
                "moving": moving,
                "net": net,
                "provider": provider,
                "reconciled_at": reconciled_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        differences = d.pop("differences")

        fees = Money.from_dict(d.pop("fees"))

        gross = Money.from_dict(d.pop("gross"))

        id = UUID(d.pop("id"))

        movements = d.pop("movements")

        moving = d.pop("moving")

        net = Money.from_dict(d.pop("net"))

        provider = check_settlement_out_provider(d.pop("provider"))

        reconciled_at = datetime.datetime.fromisoformat(d.pop("reconciled_at"))

        settlement_out = cls(
            day=day,
            differences=differences,
            fees=fees,
            gross=gross,
            id=id,
            movements=movements,
            moving=moving,
            net=net,
            provider=provider,
            reconciled_at=reconciled_at,
        )

        settlement_out.additional_properties = d
        return settlement_out

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
