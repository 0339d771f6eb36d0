from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.all_condition import AllCondition
    from ..models.animals_condition import AnimalsCondition
    from ..models.any_condition import AnyCondition
    from ..models.count_condition import CountCondition
    from ..models.days_condition import DaysCondition
    from ..models.level_condition import LevelCondition
    from ..models.streak_condition import StreakCondition


T = TypeVar("T", bound="AchievementOut")


@_attrs_define
class AchievementOut:
    """Something to achieve."""

    coins: int
    condition: (
        AllCondition
        | AnimalsCondition
        | AnyCondition
        | CountCondition
        | DaysCondition
        | LevelCondition
        | StreakCondition
    )
    description: str
    id: UUID
    is_active: bool
    name: str
    version: int
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.all_condition import AllCondition  # noqa: PLC0415
        from ..models.animals_condition import AnimalsCondition  # noqa: PLC0415
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415
        from ..models.level_condition import LevelCondition  # noqa: PLC0415
        from ..models.streak_condition import StreakCondition  # noqa: PLC0415

        coins = self.coins

        condition: dict[str, Any]
        if isinstance(self.condition, CountCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, DaysCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, AnimalsCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, StreakCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, LevelCondition):
            condition = self.condition.to_dict()
        elif isinstance(self.condition, AllCondition):
            condition = self.condition.to_dict()
        else:
            condition = self.condition.to_dict()

        description = self.description

        id = str(self.id)

        is_active = self.is_active

        name = self.name

        version = self.version

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coins": coins,
                "condition": condition,
                "description": description,
                "id": id,
                "is_active": is_active,
                "name": name,
                "version": version,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.all_condition import AllCondition  # noqa: PLC0415
        from ..models.animals_condition import AnimalsCondition  # noqa: PLC0415
        from ..models.any_condition import AnyCondition  # noqa: PLC0415
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415
        from ..models.level_condition import LevelCondition  # noqa: PLC0415
        from ..models.streak_condition import StreakCondition  # noqa: PLC0415

        d = dict(src_dict)
        coins = d.pop("coins")

        def _parse_condition(
            data: object,
        ) -> (
            AllCondition
            | AnimalsCondition
            | AnyCondition
            | CountCondition
            | DaysCondition
            | LevelCondition
            | StreakCondition
        ):
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
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_2 = AnimalsCondition.from_dict(data)

                return condition_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_3 = StreakCondition.from_dict(data)

                return condition_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_4 = LevelCondition.from_dict(data)

                return condition_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_5 = AllCondition.from_dict(data)

                return condition_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            condition_type_6 = AnyCondition.from_dict(data)

            return condition_type_6

        condition = _parse_condition(d.pop("condition"))

        description = d.pop("description")

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        name = d.pop("name")

        version = d.pop("version")

        xp = d.pop("xp")

        achievement_out = cls(
            coins=coins,
            condition=condition,
            description=description,
            id=id,
            is_active=is_active,
            name=name,
            version=version,
            xp=xp,
        )

        achievement_out.additional_properties = d
        return achievement_out

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
