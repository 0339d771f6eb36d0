from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.left_out import LeftOut
    from ..models.money import Money
    from ..models.simple_out import SimpleOut
    from ..models.weighted_out import WeightedOut


T = TypeVar("T", bound="RoiOfCurrency")


@_attrs_define
class RoiOfCurrency:
    """What was earned in one currency. `invested` is what there was at the beginning and what was paid since."""

    currency: str
    invested: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    left: LeftOut
    """ The animals that there were at a moment. Of `at_cost` no value in this currency is known.

    No value is older than `oldest_value_at`. `explain` leads to the animals. """
    money_weighted: WeightedOut
    """ Of everything, as if what is left were sold at its value; and of the animals that are gone, alone. """
    realised: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    simple: SimpleOut
    """ Parts of the result, each against what was invested. """
    total: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    unrealised: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        invested = self.invested.to_dict()

        left = self.left.to_dict()

        money_weighted = self.money_weighted.to_dict()

        realised = self.realised.to_dict()

        simple = self.simple.to_dict()

        total = self.total.to_dict()

        unrealised = self.unrealised.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "invested": invested,
                "left": left,
                "money_weighted": money_weighted,
                "realised": realised,
                "simple": simple,
                "total": total,
                "unrealised": unrealised,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.left_out import LeftOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.simple_out import SimpleOut  # noqa: PLC0415
        from ..models.weighted_out import WeightedOut  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        invested = Money.from_dict(d.pop("invested"))

        left = LeftOut.from_dict(d.pop("left"))

        money_weighted = WeightedOut.from_dict(d.pop("money_weighted"))

        realised = Money.from_dict(d.pop("realised"))

        simple = SimpleOut.from_dict(d.pop("simple"))

        total = Money.from_dict(d.pop("total"))

        unrealised = Money.from_dict(d.pop("unrealised"))

        roi_of_currency = cls(
            currency=currency,
            invested=invested,
            left=left,
            money_weighted=money_weighted,
            realised=realised,
            simple=simple,
            total=total,
            unrealised=unrealised,
        )

        roi_of_currency.additional_properties = d
        return roi_of_currency

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
