from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.animals_condition import AnimalsCondition
    from ..models.count_condition import CountCondition
    from ..models.days_condition import DaysCondition


T = TypeVar("T", bound="ChallengeIn")


@_attrs_define
class ChallengeIn:
    """A challenge for some days of each player's time zone, both included, at most 92 days apart."""

    coins: int
    condition: AnimalsCondition | CountCondition | DaysCondition
    ends_on: datetime.date
    name: str
    starts_on: datetime.date
    xp: int
    description: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415

        coins = self.coins

        condition: dict[str, Any]
        if isinstance(self.condition, CountCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, DaysCondition):
            condition = self.condition.to_dict()
        else:
            condition = self.condition.to_dict()

        ends_on = self.ends_on.isoformat()

        name = self.name

        starts_on = self.starts_on.isoformat()

        xp = self.xp

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "coins": coins,
                "condition": condition,
                "ends_on": ends_on,
                "name": name,
                "starts_on": starts_on,
                "xp": xp,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.animals_condition import AnimalsCondition  # noqa: PLC0415
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415

        d = dict(src_dict)
        coins = d.pop("coins")

        def _parse_condition(data: object) -> AnimalsCondition | CountCondition | DaysCondition:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_0 = CountCondition.from_dict(data)

                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_1 = DaysCondition.from_dict(data)

                return condition_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            condition_type_2 = AnimalsCondition.from_dict(data)

            return condition_type_2

        condition = _parse_condition(d.pop("condition"))

        ends_on = datetime.date.fromisoformat(d.pop("ends_on"))

        name = d.pop("name")

        starts_on = datetime.date.fromisoformat(d.pop("starts_on"))

        xp = d.pop("xp")

        description = d.pop("description", UNSET)

        challenge_in = cls(
            coins=coins,
            condition=condition,
            ends_on=ends_on,
            name=name,
            starts_on=starts_on,
            xp=xp,
            description=description,
        )

        return challenge_in
