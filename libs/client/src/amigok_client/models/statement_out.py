from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statement_out_kind import StatementOutKind, check_statement_out_kind
from ..models.statement_out_state import StatementOutState, check_statement_out_state

if TYPE_CHECKING:
    from ..models.correction_line import CorrectionLine
    from ..models.meal_line import MealLine
    from ..models.money import Money


T = TypeVar("T", bound="StatementOut")


@_attrs_define
class StatementOut:
    """What a period came to. `price` is `charged` and `released`; `total` is what all meals cost, after corrections."""

    breed_name: None | str
    charged: Money | None
    close_reason: None | str
    closed_at: datetime.datetime | None
    corrections: list[CorrectionLine]
    ends_at: datetime.datetime
    farm_name: None | str
    id: UUID
    kind: StatementOutKind
    livestock_id: UUID
    meals: list[MealLine]
    package_name: str
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    released: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    starts_at: datetime.datetime
    state: StatementOutState
    subscription_id: UUID
    tag_number: None | str
    time_zone: str
    total: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    type_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        breed_name: None | str
        breed_name = self.breed_name

        charged: dict[str, Any] | None
        if isinstance(self.charged, Money):
            charged = self.charged.to_dict()
        else:
            charged = self.charged

        close_reason: None | str
        close_reason = self.close_reason

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        corrections = []
        for corrections_item_data in self.corrections:
            corrections_item = corrections_item_data.to_dict()
            corrections.append(corrections_item)

        ends_at = self.ends_at.isoformat()

        farm_name: None | str
        farm_name = self.farm_name

        id = str(self.id)

        kind: str = self.kind

        livestock_id = str(self.livestock_id)

        meals = []
        for meals_item_data in self.meals:
            meals_item = meals_item_data.to_dict()
            meals.append(meals_item)

        package_name = self.package_name

        price = self.price.to_dict()

        released = self.released.to_dict()

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        subscription_id = str(self.subscription_id)

        tag_number: None | str
        tag_number = self.tag_number

        time_zone = self.time_zone

        total = self.total.to_dict()

        type_name: None | str
        type_name = self.type_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breed_name": breed_name,
                "charged": charged,
                "close_reason": close_reason,
                "closed_at": closed_at,
                "corrections": corrections,
                "ends_at": ends_at,
                "farm_name": farm_name,
                "id": id,
                "kind": kind,
                "livestock_id": livestock_id,
                "meals": meals,
                "package_name": package_name,
                "price": price,
                "released": released,
                "starts_at": starts_at,
                "state": state,
                "subscription_id": subscription_id,
                "tag_number": tag_number,
                "time_zone": time_zone,
                "total": total,
                "type_name": type_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.correction_line import CorrectionLine  # noqa: PLC0415
        from ..models.meal_line import MealLine  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_breed_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        breed_name = _parse_breed_name(d.pop("breed_name"))

        def _parse_charged(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                charged_type_0 = Money.from_dict(data)

                return charged_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        charged = _parse_charged(d.pop("charged"))

        def _parse_close_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        close_reason = _parse_close_reason(d.pop("close_reason"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        corrections = []
        _corrections = d.pop("corrections")
        for corrections_item_data in _corrections:
            corrections_item = CorrectionLine.from_dict(corrections_item_data)

            corrections.append(corrections_item)

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        def _parse_farm_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        farm_name = _parse_farm_name(d.pop("farm_name"))

        id = UUID(d.pop("id"))

        kind = check_statement_out_kind(d.pop("kind"))

        livestock_id = UUID(d.pop("livestock_id"))

        meals = []
        _meals = d.pop("meals")
        for meals_item_data in _meals:
            meals_item = MealLine.from_dict(meals_item_data)

            meals.append(meals_item)

        package_name = d.pop("package_name")

        price = Money.from_dict(d.pop("price"))

        released = Money.from_dict(d.pop("released"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_statement_out_state(d.pop("state"))

        subscription_id = UUID(d.pop("subscription_id"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        time_zone = d.pop("time_zone")

        total = Money.from_dict(d.pop("total"))

        def _parse_type_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_name = _parse_type_name(d.pop("type_name"))

        statement_out = cls(
            breed_name=breed_name,
            charged=charged,
            close_reason=close_reason,
            closed_at=closed_at,
            corrections=corrections,
            ends_at=ends_at,
            farm_name=farm_name,
            id=id,
            kind=kind,
            livestock_id=livestock_id,
            meals=meals,
            package_name=package_name,
            price=price,
            released=released,
            starts_at=starts_at,
            state=state,
            subscription_id=subscription_id,
            tag_number=tag_number,
            time_zone=time_zone,
            total=total,
            type_name=type_name,
        )

        statement_out.additional_properties = d
        return statement_out

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
