from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.meal_line_state import MealLineState, check_meal_line_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="MealLine")


@_attrs_define
class MealLine:
    """A meal of the period. `price` is its share of the period's price, `charged` what it costs.

    `void`: the period had ended before it was due. `local_time` is the time of day on the farm.

    """

    charged: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    due_at: datetime.datetime
    fed_at: datetime.datetime | None
    fed_kg: None | str
    id: UUID
    local_day: datetime.date
    local_time: str
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    ration_kg: None | str
    reason: None | str
    state: MealLineState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        charged = self.charged.to_dict()

        due_at = self.due_at.isoformat()

        fed_at: None | str
        if isinstance(self.fed_at, datetime.datetime):
            fed_at = self.fed_at.isoformat()
        else:
            fed_at = self.fed_at

        fed_kg: None | str
        fed_kg = self.fed_kg

        id = str(self.id)

        local_day = self.local_day.isoformat()

        local_time = self.local_time

        price = self.price.to_dict()

        ration_kg: None | str
        ration_kg = self.ration_kg

        reason: None | str
        reason = self.reason

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "charged": charged,
                "due_at": due_at,
                "fed_at": fed_at,
                "fed_kg": fed_kg,
                "id": id,
                "local_day": local_day,
                "local_time": local_time,
                "price": price,
                "ration_kg": ration_kg,
                "reason": reason,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        charged = Money.from_dict(d.pop("charged"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_fed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fed_at_type_0 = datetime.datetime.fromisoformat(data)

                return fed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        fed_at = _parse_fed_at(d.pop("fed_at"))

        def _parse_fed_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fed_kg = _parse_fed_kg(d.pop("fed_kg"))

        id = UUID(d.pop("id"))

        local_day = datetime.date.fromisoformat(d.pop("local_day"))

        local_time = d.pop("local_time")

        price = Money.from_dict(d.pop("price"))

        def _parse_ration_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ration_kg = _parse_ration_kg(d.pop("ration_kg"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        state = check_meal_line_state(d.pop("state"))

        meal_line = cls(
            charged=charged,
            due_at=due_at,
            fed_at=fed_at,
            fed_kg=fed_kg,
            id=id,
            local_day=local_day,
            local_time=local_time,
            price=price,
            ration_kg=ration_kg,
            reason=reason,
            state=state,
        )

        meal_line.additional_properties = d
        return meal_line

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
