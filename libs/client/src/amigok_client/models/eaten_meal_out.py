from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.eaten_meal_out_state import EatenMealOutState, check_eaten_meal_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="EatenMealOut")


@_attrs_define
class EatenMealOut:
    """A meal that was `fed`, eaten `partly`, `refused` or `missed`. `kg` is null where nobody knows."""

    cost: Money | None
    due_at: datetime.datetime
    fed_at: datetime.datetime | None
    is_estimated: bool
    kg: None | str
    meal_id: UUID
    package_name: None | str
    reason: None | str
    state: EatenMealOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        cost: dict[str, Any] | None
        if isinstance(self.cost, Money):
            cost = self.cost.to_dict()
        else:
            cost = self.cost

        due_at = self.due_at.isoformat()

        fed_at: None | str
        if isinstance(self.fed_at, datetime.datetime):
            fed_at = self.fed_at.isoformat()
        else:
            fed_at = self.fed_at

        is_estimated = self.is_estimated

        kg: None | str
        kg = self.kg

        meal_id = str(self.meal_id)

        package_name: None | str
        package_name = self.package_name

        reason: None | str
        reason = self.reason

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cost": cost,
                "due_at": due_at,
                "fed_at": fed_at,
                "is_estimated": is_estimated,
                "kg": kg,
                "meal_id": meal_id,
                "package_name": package_name,
                "reason": reason,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cost(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cost_type_0 = Money.from_dict(data)

                return cost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        cost = _parse_cost(d.pop("cost"))

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

        is_estimated = d.pop("is_estimated")

        def _parse_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kg = _parse_kg(d.pop("kg"))

        meal_id = UUID(d.pop("meal_id"))

        def _parse_package_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        package_name = _parse_package_name(d.pop("package_name"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        state = check_eaten_meal_out_state(d.pop("state"))

        eaten_meal_out = cls(
            cost=cost,
            due_at=due_at,
            fed_at=fed_at,
            is_estimated=is_estimated,
            kg=kg,
            meal_id=meal_id,
            package_name=package_name,
            reason=reason,
            state=state,
        )

        eaten_meal_out.additional_properties = d
        return eaten_meal_out

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
