from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.animals_condition import AnimalsCondition
    from ..models.count_condition import CountCondition
    from ..models.days_condition import DaysCondition


T = TypeVar("T", bound="ChallengeOut")


@_attrs_define
class ChallengeOut:
    """A challenge."""

    coins: int
    condition: AnimalsCondition | CountCondition | DaysCondition
    description: str
    ends_on: datetime.date
    id: UUID
    is_active: bool
    name: str
    starts_on: datetime.date
    version: int
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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

        description = self.description

        ends_on = self.ends_on.isoformat()

        id = str(self.id)

        is_active = self.is_active

        name = self.name

        starts_on = self.starts_on.isoformat()

        version = self.version

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coins": coins,
                "condition": condition,
                "description": description,
                "ends_on": ends_on,
                "id": id,
                "is_active": is_active,
                "name": name,
                "starts_on": starts_on,
                "version": version,
                "xp": xp,
            }
        )

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

        description = d.pop("description")

        ends_on = datetime.date.fromisoformat(d.pop("ends_on"))

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        name = d.pop("name")

        starts_on = datetime.date.fromisoformat(d.pop("starts_on"))

        version = d.pop("version")

        xp = d.pop("xp")

        challenge_out = cls(
            coins=coins,
            condition=condition,
            description=description,
            ends_on=ends_on,
            id=id,
            is_active=is_active,
            name=name,
            starts_on=starts_on,
            version=version,
            xp=xp,
        )

        challenge_out.additional_properties = d
        return challenge_out

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
