from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.weight_gain_measure import WeightGainMeasure, check_weight_gain_measure
from ..types import UNSET, Unset

T = TypeVar("T", bound="WeightGain")


@_attrs_define
class WeightGain:
    """The daily gain between the first and the last weight that was measured while the contest ran.

    They lie at least `least_days` apart. A gain of more than `jump_kg` a day between two weighings is shown.

    """

    kind: Literal["weight_gain"] = "weight_gain"
    jump_kg: float | str | Unset = 5.0
    least_days: int | Unset = 7
    measure: WeightGainMeasure | Unset = "kg_per_day"

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        jump_kg: float | str | Unset
        if isinstance(self.jump_kg, Unset):
            jump_kg = UNSET
        else:
            jump_kg = self.jump_kg

        least_days = self.least_days

        measure: str | Unset = UNSET
        if not isinstance(self.measure, Unset):
            measure = self.measure

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if jump_kg is not UNSET:
            field_dict["jump_kg"] = jump_kg
        if least_days is not UNSET:
            field_dict["least_days"] = least_days
        if measure is not UNSET:
            field_dict["measure"] = measure

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["weight_gain"], d.pop("kind"))
        if kind != "weight_gain":
            raise ValueError(f"kind must match const 'weight_gain', got '{kind}'")

        def _parse_jump_kg(data: object) -> float | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(float | str | Unset, data)

        jump_kg = _parse_jump_kg(d.pop("jump_kg", UNSET))

        least_days = d.pop("least_days", UNSET)

        _measure = d.pop("measure", UNSET)
        measure: WeightGainMeasure | Unset
        if isinstance(_measure, Unset):
            measure = UNSET
        else:
            measure = check_weight_gain_measure(_measure)

        weight_gain = cls(
            kind=kind,
            jump_kg=jump_kg,
            least_days=least_days,
            measure=measure,
        )

        return weight_gain
