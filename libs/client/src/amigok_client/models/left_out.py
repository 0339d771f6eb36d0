from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LeftOut")


@_attrs_define
class LeftOut:
    """The animals that there were at a moment. Of `at_cost` no value in this currency is known.

    No value is older than `oldest_value_at`. `explain` leads to the animals.

    """

    animals: int
    at_cost: int
    cost: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    explain: None | str
    """ Null for the platform """
    oldest_value_at: datetime.datetime | None
    value: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        animals = self.animals

        at_cost = self.at_cost

        cost = self.cost.to_dict()

        explain: None | str
        explain = self.explain

        oldest_value_at: None | str
        if isinstance(self.oldest_value_at, datetime.datetime):
            oldest_value_at = self.oldest_value_at.isoformat()
        else:
            oldest_value_at = self.oldest_value_at

        value = self.value.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "animals": animals,
                "at_cost": at_cost,
                "cost": cost,
                "explain": explain,
                "oldest_value_at": oldest_value_at,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        animals = d.pop("animals")

        at_cost = d.pop("at_cost")

        cost = Money.from_dict(d.pop("cost"))

        def _parse_explain(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explain = _parse_explain(d.pop("explain"))

        def _parse_oldest_value_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_value_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_value_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_value_at = _parse_oldest_value_at(d.pop("oldest_value_at"))

        value = Money.from_dict(d.pop("value"))

        left_out = cls(
            animals=animals,
            at_cost=at_cost,
            cost=cost,
            explain=explain,
            oldest_value_at=oldest_value_at,
            value=value,
        )

        left_out.additional_properties = d
        return left_out

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
