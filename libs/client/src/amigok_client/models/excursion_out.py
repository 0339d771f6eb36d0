from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.excursion_out_state import ExcursionOutState, check_excursion_out_state
from ..models.excursion_out_verdict_type_0 import ExcursionOutVerdictType0, check_excursion_out_verdict_type_0

T = TypeVar("T", bound="ExcursionOut")


@_attrs_define
class ExcursionOut:
    """An excursion from the range `low` to `high`, in °C. What it came to is known when it has ended.

    `mean_kinetic_day` is the mean kinetic temperature of the 24 hours until its end, if half of them is known.

    """

    allowed_minutes: int
    began_at: datetime.datetime
    end_reason: None | str
    ended_at: datetime.datetime | None
    equipment_id: UUID
    high: float
    highest: float | None
    id: UUID
    low: float
    lowest: float | None
    mean: float | None
    mean_kinetic: float | None
    mean_kinetic_day: float | None
    minutes_above: float | None
    minutes_below: float | None
    note: None | str
    reviewed_at: datetime.datetime | None
    reviewed_by: None | UUID
    sensor_id: UUID
    state: ExcursionOutState
    value: float
    """ The reading that was furthest outside """
    verdict: ExcursionOutVerdictType0 | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allowed_minutes = self.allowed_minutes

        began_at = self.began_at.isoformat()

        end_reason: None | str
        end_reason = self.end_reason

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        equipment_id = str(self.equipment_id)

        high = self.high

        highest: float | None
        highest = self.highest

        id = str(self.id)

        low = self.low

        lowest: float | None
        lowest = self.lowest

        mean: float | None
        mean = self.mean

        mean_kinetic: float | None
        mean_kinetic = self.mean_kinetic

        mean_kinetic_day: float | None
        mean_kinetic_day = self.mean_kinetic_day

        minutes_above: float | None
        minutes_above = self.minutes_above

        minutes_below: float | None
        minutes_below = self.minutes_below

        note: None | str
        note = self.note

        reviewed_at: None | str
        if isinstance(self.reviewed_at, datetime.datetime):
            reviewed_at = self.reviewed_at.isoformat()
        else:
            reviewed_at = self.reviewed_at

        reviewed_by: None | str
        if isinstance(self.reviewed_by, UUID):
            reviewed_by = str(self.reviewed_by)
        else:
            reviewed_by = self.reviewed_by

        sensor_id = str(self.sensor_id)

        state: str = self.state

        value = self.value

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed_minutes": allowed_minutes,
                "began_at": began_at,
                "end_reason": end_reason,
                "ended_at": ended_at,
                "equipment_id": equipment_id,
                "high": high,
                "highest": highest,
                "id": id,
                "low": low,
                "lowest": lowest,
                "mean": mean,
                "mean_kinetic": mean_kinetic,
                "mean_kinetic_day": mean_kinetic_day,
                "minutes_above": minutes_above,
                "minutes_below": minutes_below,
                "note": note,
                "reviewed_at": reviewed_at,
                "reviewed_by": reviewed_by,
                "sensor_id": sensor_id,
                "state": state,
                "value": value,
                "verdict": verdict,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_minutes = d.pop("allowed_minutes")

        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))

        def _parse_end_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        equipment_id = UUID(d.pop("equipment_id"))

        high = d.pop("high")

        def _parse_highest(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        highest = _parse_highest(d.pop("highest"))

        id = UUID(d.pop("id"))

        low = d.pop("low")

        def _parse_lowest(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lowest = _parse_lowest(d.pop("lowest"))

        def _parse_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean = _parse_mean(d.pop("mean"))

        def _parse_mean_kinetic(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean_kinetic = _parse_mean_kinetic(d.pop("mean_kinetic"))

        def _parse_mean_kinetic_day(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean_kinetic_day = _parse_mean_kinetic_day(d.pop("mean_kinetic_day"))

        def _parse_minutes_above(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        minutes_above = _parse_minutes_above(d.pop("minutes_above"))

        def _parse_minutes_below(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        minutes_below = _parse_minutes_below(d.pop("minutes_below"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_reviewed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reviewed_at_type_0 = datetime.datetime.fromisoformat(data)

                return reviewed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reviewed_at = _parse_reviewed_at(d.pop("reviewed_at"))

        def _parse_reviewed_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reviewed_by_type_0 = UUID(data)

                return reviewed_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        reviewed_by = _parse_reviewed_by(d.pop("reviewed_by"))

        sensor_id = UUID(d.pop("sensor_id"))

        state = check_excursion_out_state(d.pop("state"))

        value = d.pop("value")

        def _parse_verdict(data: object) -> ExcursionOutVerdictType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = check_excursion_out_verdict_type_0(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExcursionOutVerdictType0 | None, data)

        verdict = _parse_verdict(d.pop("verdict"))

        version = d.pop("version")

        excursion_out = cls(
            allowed_minutes=allowed_minutes,
            began_at=began_at,
            end_reason=end_reason,
            ended_at=ended_at,
            equipment_id=equipment_id,
            high=high,
            highest=highest,
            id=id,
            low=low,
            lowest=lowest,
            mean=mean,
            mean_kinetic=mean_kinetic,
            mean_kinetic_day=mean_kinetic_day,
            minutes_above=minutes_above,
            minutes_below=minutes_below,
            note=note,
            reviewed_at=reviewed_at,
            reviewed_by=reviewed_by,
            sensor_id=sensor_id,
            state=state,
            value=value,
            verdict=verdict,
            version=version,
        )

        excursion_out.additional_properties = d
        return excursion_out

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
