from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.all_condition import AllCondition
    from ..models.animals_condition import AnimalsCondition
    from ..models.any_condition import AnyCondition
    from ..models.count_condition import CountCondition
    from ..models.days_condition import DaysCondition
    from ..models.level_condition import LevelCondition
    from ..models.streak_condition import StreakCondition


T = TypeVar("T", bound="AchievementChange")


@_attrs_define
class AchievementChange:
    """The whole achievement as it is to be. Whoever has it keeps it."""

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
    name: str
    version: int
    """ The version that you have read """
    xp: int
    description: str | Unset = ""

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

        name = self.name

        version = self.version

        xp = self.xp

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "coins": coins,
                "condition": condition,
                "name": name,
                "version": version,
                "xp": xp,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

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

        name = d.pop("name")

        version = d.pop("version")

        xp = d.pop("xp")

        description = d.pop("description", UNSET)

        achievement_change = cls(
            coins=coins,
            condition=condition,
            name=name,
            version=version,
            xp=xp,
            description=description,
        )

        return achievement_change
