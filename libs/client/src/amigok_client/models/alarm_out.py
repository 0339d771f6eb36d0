from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alarm_out_end_reason_type_0 import AlarmOutEndReasonType0, check_alarm_out_end_reason_type_0
from ..models.alarm_out_kind import AlarmOutKind, check_alarm_out_kind
from ..models.alarm_out_severity import AlarmOutSeverity, check_alarm_out_severity
from ..models.alarm_out_state import AlarmOutState, check_alarm_out_state

T = TypeVar("T", bound="AlarmOut")


@_attrs_define
class AlarmOut:
    """An alarm. It was wrong from `began_at` to `ended_at`; other times say when it was noticed.

    `value` is the strongest reading so far, null for a silence. `late`: it was found by readings that arrived late.

    """

    acknowledged_at: datetime.datetime | None
    acknowledged_by: None | UUID
    area_id: None | UUID
    began_at: datetime.datetime
    closed_at: datetime.datetime | None
    end_reason: AlarmOutEndReasonType0 | None
    ended_at: datetime.datetime | None
    equipment_id: None | UUID
    escalated_at: datetime.datetime | None
    farm_id: UUID
    id: UUID
    kind: AlarmOutKind
    late: bool
    note: None | str
    raised_at: datetime.datetime
    rule_id: UUID
    rule_name: str
    sensor_id: UUID
    severity: AlarmOutSeverity
    state: AlarmOutState
    threshold: float | None
    value: float | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        acknowledged_by: None | str
        if isinstance(self.acknowledged_by, UUID):
            acknowledged_by = str(self.acknowledged_by)
        else:
            acknowledged_by = self.acknowledged_by

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        began_at = self.began_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        end_reason: None | str
        if isinstance(self.end_reason, str):
            end_reason = self.end_reason
        else:
            end_reason = self.end_reason

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        equipment_id: None | str
        if isinstance(self.equipment_id, UUID):
            equipment_id = str(self.equipment_id)
        else:
            equipment_id = self.equipment_id

        escalated_at: None | str
        if isinstance(self.escalated_at, datetime.datetime):
            escalated_at = self.escalated_at.isoformat()
        else:
            escalated_at = self.escalated_at

        farm_id = str(self.farm_id)

        id = str(self.id)

        kind: str = self.kind

        late = self.late

        note: None | str
        note = self.note

        raised_at = self.raised_at.isoformat()

        rule_id = str(self.rule_id)

        rule_name = self.rule_name

        sensor_id = str(self.sensor_id)

        severity: str = self.severity

        state: str = self.state

        threshold: float | None
        threshold = self.threshold

        value: float | None
        value = self.value

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acknowledged_at": acknowledged_at,
                "acknowledged_by": acknowledged_by,
                "area_id": area_id,
                "began_at": began_at,
                "closed_at": closed_at,
                "end_reason": end_reason,
                "ended_at": ended_at,
                "equipment_id": equipment_id,
                "escalated_at": escalated_at,
                "farm_id": farm_id,
                "id": id,
                "kind": kind,
                "late": late,
                "note": note,
                "raised_at": raised_at,
                "rule_id": rule_id,
                "rule_name": rule_name,
                "sensor_id": sensor_id,
                "severity": severity,
                "state": state,
                "threshold": threshold,
                "value": value,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        def _parse_acknowledged_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_by_type_0 = UUID(data)

                return acknowledged_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        acknowledged_by = _parse_acknowledged_by(d.pop("acknowledged_by"))

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

        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_end_reason(data: object) -> AlarmOutEndReasonType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = check_alarm_out_end_reason_type_0(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AlarmOutEndReasonType0 | None, data)

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

        def _parse_escalated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escalated_at_type_0 = datetime.datetime.fromisoformat(data)

                return escalated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        escalated_at = _parse_escalated_at(d.pop("escalated_at"))

        farm_id = UUID(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        kind = check_alarm_out_kind(d.pop("kind"))

        late = d.pop("late")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        raised_at = datetime.datetime.fromisoformat(d.pop("raised_at"))

        rule_id = UUID(d.pop("rule_id"))

        rule_name = d.pop("rule_name")

        sensor_id = UUID(d.pop("sensor_id"))

        severity = check_alarm_out_severity(d.pop("severity"))

        state = check_alarm_out_state(d.pop("state"))

        def _parse_threshold(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        threshold = _parse_threshold(d.pop("threshold"))

        def _parse_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        value = _parse_value(d.pop("value"))

        version = d.pop("version")

        alarm_out = cls(
            acknowledged_at=acknowledged_at,
            acknowledged_by=acknowledged_by,
            area_id=area_id,
            began_at=began_at,
            closed_at=closed_at,
            end_reason=end_reason,
            ended_at=ended_at,
            equipment_id=equipment_id,
            escalated_at=escalated_at,
            farm_id=farm_id,
            id=id,
            kind=kind,
            late=late,
            note=note,
            raised_at=raised_at,
            rule_id=rule_id,
            rule_name=rule_name,
            sensor_id=sensor_id,
            severity=severity,
            state=state,
            threshold=threshold,
            value=value,
            version=version,
        )

        alarm_out.additional_properties = d
        return alarm_out

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
