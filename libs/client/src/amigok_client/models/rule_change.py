from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.rule_change_kind import RuleChangeKind, check_rule_change_kind
from ..models.rule_change_severity import RuleChangeSeverity, check_rule_change_severity
from ..types import UNSET, Unset

T = TypeVar("T", bound="RuleChange")


@_attrs_define
class RuleChange:
    """All of a rule, with the version that was read."""

    kind: RuleChangeKind
    name: str
    version: int
    """ The version that you have read """
    area_id: None | Unset | UUID = UNSET
    end_for_seconds: int | Unset = 300
    end_threshold: float | None | Unset = UNSET
    equipment_id: None | Unset | UUID = UNSET
    escalate_after_seconds: int | None | Unset = UNSET
    for_seconds: int | Unset = 300
    gap_seconds: int | Unset = 1800
    sensor_id: None | Unset | UUID = UNSET
    sensor_type: None | str | Unset = UNSET
    severity: RuleChangeSeverity | Unset = "warning"
    threshold: float | None | Unset = UNSET
    window_seconds: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        name = self.name

        version = self.version

        area_id: None | str | Unset
        if isinstance(self.area_id, Unset):
            area_id = UNSET
        elif isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        end_for_seconds = self.end_for_seconds

        end_threshold: float | None | Unset
        if isinstance(self.end_threshold, Unset):
            end_threshold = UNSET
        else:
            end_threshold = self.end_threshold

        equipment_id: None | str | Unset
        if isinstance(self.equipment_id, Unset):
            equipment_id = UNSET
        elif isinstance(self.equipment_id, UUID):
            equipment_id = str(self.equipment_id)
        else:
            equipment_id = self.equipment_id

        escalate_after_seconds: int | None | Unset
        if isinstance(self.escalate_after_seconds, Unset):
            escalate_after_seconds = UNSET
        else:
            escalate_after_seconds = self.escalate_after_seconds

        for_seconds = self.for_seconds

        gap_seconds = self.gap_seconds

        sensor_id: None | str | Unset
        if isinstance(self.sensor_id, Unset):
            sensor_id = UNSET
        elif isinstance(self.sensor_id, UUID):
            sensor_id = str(self.sensor_id)
        else:
            sensor_id = self.sensor_id

        sensor_type: None | str | Unset
        if isinstance(self.sensor_type, Unset):
            sensor_type = UNSET
        else:
            sensor_type = self.sensor_type

        severity: str | Unset = UNSET
        if not isinstance(self.severity, Unset):
            severity = self.severity

        threshold: float | None | Unset
        if isinstance(self.threshold, Unset):
            threshold = UNSET
        else:
            threshold = self.threshold

        window_seconds: int | None | Unset
        if isinstance(self.window_seconds, Unset):
            window_seconds = UNSET
        else:
            window_seconds = self.window_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "name": name,
                "version": version,
            }
        )
        if area_id is not UNSET:
            field_dict["area_id"] = area_id
        if end_for_seconds is not UNSET:
            field_dict["end_for_seconds"] = end_for_seconds
        if end_threshold is not UNSET:
            field_dict["end_threshold"] = end_threshold
        if equipment_id is not UNSET:
            field_dict["equipment_id"] = equipment_id
        if escalate_after_seconds is not UNSET:
            field_dict["escalate_after_seconds"] = escalate_after_seconds
        if for_seconds is not UNSET:
            field_dict["for_seconds"] = for_seconds
        if gap_seconds is not UNSET:
            field_dict["gap_seconds"] = gap_seconds
        if sensor_id is not UNSET:
            field_dict["sensor_id"] = sensor_id
        if sensor_type is not UNSET:
            field_dict["sensor_type"] = sensor_type
        if severity is not UNSET:
            field_dict["severity"] = severity
        if threshold is not UNSET:
            field_dict["threshold"] = threshold
        if window_seconds is not UNSET:
            field_dict["window_seconds"] = window_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_rule_change_kind(d.pop("kind"))

        name = d.pop("name")

        version = d.pop("version")

        def _parse_area_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        area_id = _parse_area_id(d.pop("area_id", UNSET))

        end_for_seconds = d.pop("end_for_seconds", UNSET)

        def _parse_end_threshold(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        end_threshold = _parse_end_threshold(d.pop("end_threshold", UNSET))

        def _parse_equipment_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                equipment_id_type_0 = UUID(data)

                return equipment_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        equipment_id = _parse_equipment_id(d.pop("equipment_id", UNSET))

        def _parse_escalate_after_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        escalate_after_seconds = _parse_escalate_after_seconds(d.pop("escalate_after_seconds", UNSET))

        for_seconds = d.pop("for_seconds", UNSET)

        gap_seconds = d.pop("gap_seconds", UNSET)

        def _parse_sensor_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sensor_id_type_0 = UUID(data)

                return sensor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        sensor_id = _parse_sensor_id(d.pop("sensor_id", UNSET))

        def _parse_sensor_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sensor_type = _parse_sensor_type(d.pop("sensor_type", UNSET))

        _severity = d.pop("severity", UNSET)
        severity: RuleChangeSeverity | Unset
        if isinstance(_severity, Unset):
            severity = UNSET
        else:
            severity = check_rule_change_severity(_severity)

        def _parse_threshold(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        threshold = _parse_threshold(d.pop("threshold", UNSET))

        def _parse_window_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        window_seconds = _parse_window_seconds(d.pop("window_seconds", UNSET))

        rule_change = cls(
            kind=kind,
            name=name,
            version=version,
            area_id=area_id,
            end_for_seconds=end_for_seconds,
            end_threshold=end_threshold,
            equipment_id=equipment_id,
            escalate_after_seconds=escalate_after_seconds,
            for_seconds=for_seconds,
            gap_seconds=gap_seconds,
            sensor_id=sensor_id,
            sensor_type=sensor_type,
            severity=severity,
            threshold=threshold,
            window_seconds=window_seconds,
        )

        return rule_change
