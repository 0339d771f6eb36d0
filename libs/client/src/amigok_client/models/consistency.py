from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Consistency")


@_attrs_define
class Consistency:
    """How much of the care that was due was given, in percent: meals, checkups and tasks, each by its weight.

    A checkup is due in each `checkup_days`. What was not due at all has no weight.

    """

    kind: Literal["consistency"] = "consistency"
    checkup_days: int | Unset = 30
    checkups: int | Unset = 20
    meals: int | Unset = 60
    tasks: int | Unset = 20

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        checkup_days = self.checkup_days

        checkups = self.checkups

        meals = self.meals

        tasks = self.tasks

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if checkup_days is not UNSET:
            field_dict["checkup_days"] = checkup_days
        if checkups is not UNSET:
            field_dict["checkups"] = checkups
        if meals is not UNSET:
            field_dict["meals"] = meals
        if tasks is not UNSET:
            field_dict["tasks"] = tasks

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["consistency"], d.pop("kind"))
        if kind != "consistency":
            raise ValueError(f"kind must match const 'consistency', got '{kind}'")

        checkup_days = d.pop("checkup_days", UNSET)

        checkups = d.pop("checkups", UNSET)

        meals = d.pop("meals", UNSET)

        tasks = d.pop("tasks", UNSET)

        consistency = cls(
            kind=kind,
            checkup_days=checkup_days,
            checkups=checkups,
            meals=meals,
            tasks=tasks,
        )

        return consistency
