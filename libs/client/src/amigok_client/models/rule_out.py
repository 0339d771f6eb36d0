from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rule_out_kind import RuleOutKind, check_rule_out_kind
from ..models.rule_out_severity import RuleOutSeverity, check_rule_out_severity

T = TypeVar("T", bound="RuleOut")


@_attrs_define
class RuleOut:
    """A rule of a farm. It judges readings since `since`, when its condition last changed."""

    area_id: None | UUID
    created_at: datetime.datetime
    end_for_seconds: int
    end_threshold: float | None
    equipment_id: None | UUID
    escalate_after_seconds: int | None
    farm_id: UUID
    for_seconds: int
    gap_seconds: int
    id: UUID
    kind: RuleOutKind
    name: str
    retired_at: datetime.datetime | None
    sensor_id: None | UUID
    sensor_type: None | str
    severity: RuleOutSeverity
    since: datetime.datetime
    threshold: float | None
    version: int
    window_seconds: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        created_at = self.created_at.isoformat()

        end_for_seconds = self.end_for_seconds

        end_threshold: float | None
        end_threshold = self.end_threshold

        equipment_id: None | str
        if isinstance(self.equipment_id, UUID):
            equipment_id = str(self.equipment_id)
        else:
            equipment_id = self.equipment_id

        escalate_after_seconds: int | None
        escalate_after_seconds = self.escalate_after_seconds

        farm_id = str(self.farm_id)

        for_seconds = self.for_seconds

        gap_seconds = self.gap_seconds

        id = str(self.id)

        kind: str = self.kind

        name = self.name

        retired_at: None | str
        if isinstance(self.retired_at, datetime.datetime):
            retired_at = self.retired_at.isoformat()
        else:
            retired_at = self.retired_at

        sensor_id: None | str
        if isinstance(self.sensor_id, UUID):
            sensor_id = str(self.sensor_id)
        else:
            sensor_id = self.sensor_id

        sensor_type: None | str
        sensor_type = self.sensor_type

        severity: str = self.severity

        since = self.since.isoformat()

        threshold: float | None
        threshold = self.threshold

        version = self.version

        window_seconds: int | None
        window_seconds = self.window_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area_id": area_id,
                "created_at": created_at,
                "end_for_seconds": end_for_seconds,
                "end_threshold": end_threshold,
                "equipment_id": equipment_id,
                "escalate_after_seconds": escalate_after_seconds,
                "farm_id": farm_id,
                "for_seconds": for_seconds,
                "gap_seconds": gap_seconds,
                "id": id,
                "kind": kind,
                "name": name,
                "retired_at": retired_at,
                "sensor_id": sensor_id,
                "sensor_type": sensor_type,
                "severity": severity,
                "since": since,
                "threshold": threshold,
                "version": version,
                "window_seconds": window_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        end_for_seconds = d.pop("end_for_seconds")

        def _parse_end_threshold(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        end_threshold = _parse_end_threshold(d.pop("end_threshold"))

        def _parse_equipment_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                equipment_id_type_0 = UUID(data)

                return equipment_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        equipment_id = _parse_equipment_id(d.pop("equipment_id"))

        def _parse_escalate_after_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        escalate_after_seconds = _parse_escalate_after_seconds(d.pop("escalate_after_seconds"))

        farm_id = UUID(d.pop("farm_id"))

        for_seconds = d.pop("for_seconds")

        gap_seconds = d.pop("gap_seconds")

        id = UUID(d.pop("id"))

        kind = check_rule_out_kind(d.pop("kind"))

        name = d.pop("name")

        def _parse_retired_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retired_at_type_0 = datetime.datetime.fromisoformat(data)

                return retired_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        retired_at = _parse_retired_at(d.pop("retired_at"))

        def _parse_sensor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sensor_id_type_0 = UUID(data)

                return sensor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        sensor_id = _parse_sensor_id(d.pop("sensor_id"))

        def _parse_sensor_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sensor_type = _parse_sensor_type(d.pop("sensor_type"))

        severity = check_rule_out_severity(d.pop("severity"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_threshold(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        threshold = _parse_threshold(d.pop("threshold"))

        version = d.pop("version")

        def _parse_window_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        window_seconds = _parse_window_seconds(d.pop("window_seconds"))

        rule_out = cls(
            area_id=area_id,
            created_at=created_at,
            end_for_seconds=end_for_seconds,
            end_threshold=end_threshold,
            equipment_id=equipment_id,
            escalate_after_seconds=escalate_after_seconds,
            farm_id=farm_id,
            for_seconds=for_seconds,
            gap_seconds=gap_seconds,
            id=id,
            kind=kind,
            name=name,
            retired_at=retired_at,
            sensor_id=sensor_id,
            sensor_type=sensor_type,
            severity=severity,
            since=since,
            threshold=threshold,
            version=version,
            window_seconds=window_seconds,
        )

        rule_out.additional_properties = d
        return rule_out

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
