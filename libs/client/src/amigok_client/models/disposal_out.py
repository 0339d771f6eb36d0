from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.disposal_out_how import DisposalOutHow, check_disposal_out_how

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="DisposalOut")


@_attrs_define
class DisposalOut:
    """An animal that its owner has no more. `gain` is proceeds, fees and insurance less what it cost."""

    acquired_at: datetime.datetime
    cost: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    ended_at: datetime.datetime
    fees: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    gain: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    how: DisposalOutHow
    insurance: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    livestock_id: UUID
    proceeds: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acquired_at = self.acquired_at.isoformat()

        cost = self.cost.to_dict()

        ended_at = self.ended_at.isoformat()

        fees = self.fees.to_dict()

        gain = self.gain.to_dict()

        how: str = self.how

        insurance = self.insurance.to_dict()

        livestock_id = str(self.livestock_id)

        proceeds = self.proceeds.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acquired_at": acquired_at,
                "cost": cost,
                "ended_at": ended_at,
                "fees": fees,
                "gain": gain,
                "how": how,
                "insurance": insurance,
                "livestock_id": livestock_id,
                "proceeds": proceeds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        acquired_at = datetime.datetime.fromisoformat(d.pop("acquired_at"))

        cost = Money.from_dict(d.pop("cost"))

        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))

        fees = Money.from_dict(d.pop("fees"))

        gain = Money.from_dict(d.pop("gain"))

        how = check_disposal_out_how(d.pop("how"))

        insurance = Money.from_dict(d.pop("insurance"))

        livestock_id = UUID(d.pop("livestock_id"))

        proceeds = Money.from_dict(d.pop("proceeds"))

        disposal_out = cls(
            acquired_at=acquired_at,
            cost=cost,
            ended_at=ended_at,
            fees=fees,
            gain=gain,
            how=how,
            insurance=insurance,
            livestock_id=livestock_id,
            proceeds=proceeds,
        )

        disposal_out.additional_properties = d
        return disposal_out

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
