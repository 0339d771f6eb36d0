from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.animals_condition import AnimalsCondition
    from ..models.count_condition import CountCondition
    from ..models.days_condition import DaysCondition
    from ..models.level_condition import LevelCondition
    from ..models.streak_condition import StreakCondition


T = TypeVar("T", bound="AllCondition")


@_attrs_define
class AllCondition:
    """All of these."""

    of: list[AnimalsCondition | CountCondition | DaysCondition | LevelCondition | StreakCondition]
    type_: Literal["all"]

    def to_dict(self) -> dict[str, Any]:
        from ..models.animals_condition import AnimalsCondition  # noqa: PLC0415
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415
        from ..models.streak_condition import StreakCondition  # noqa: PLC0415

        of = []
        for of_item_data in self.of:
            of_item: dict[str, Any]
            if isinstance(of_item_data, CountCondition):
                of_item = of_item_data.to_dict()
            elif isinstance(of_item_data, DaysCondition):
                of_item = of_item_data.to_dict()
            elif isinstance(of_item_data, AnimalsCondition):
                of_item = of_item_data.to_dict()
            elif isinstance(of_item_data, StreakCondition):
                of_item = of_item_data.to_dict()
            else:
                of_item = of_item_data.to_dict()

            of.append(of_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "of": of,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.animals_condition import AnimalsCondition  # noqa: PLC0415
        from ..models.count_condition import CountCondition  # noqa: PLC0415
        from ..models.days_condition import DaysCondition  # noqa: PLC0415
        from ..models.level_condition import LevelCondition  # noqa: PLC0415
        from ..models.streak_condition import StreakCondition  # noqa: PLC0415

        d = dict(src_dict)
        of = []
        _of = d.pop("of")
        for of_item_data in _of:

            def _parse_of_item(
                data: object,
            ) -> AnimalsCondition | CountCondition | DaysCondition | LevelCondition | StreakCondition:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    of_item_type_0 = CountCondition.from_dict(data)

                    return of_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    of_item_type_1 = DaysCondition.from_dict(data)

                    return of_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    of_item_type_2 = AnimalsCondition.from_dict(data)

                    return of_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    of_item_type_3 = StreakCondition.from_dict(data)

                    return of_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                of_item_type_4 = LevelCondition.from_dict(data)

                return of_item_type_4

            of_item = _parse_of_item(of_item_data)

            of.append(of_item)

        type_ = cast(Literal["all"], d.pop("type"))
        if type_ != "all":
            raise ValueError(f"type must match const 'all', got '{type_}'")

        all_condition = cls(
            of=of,
            type_=type_,
        )

        return all_condition
