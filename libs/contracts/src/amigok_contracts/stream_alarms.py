"""What stream publishes of alarms, and of equipment that keeps things cold. Times are when it was measured."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from amigok_contracts.base import Event
from amigok_contracts.values import known, like

RuleName = Annotated[str, like("Vaccines too warm")]
AlarmKind = Annotated[str, known("above", "below", "rising", "falling", "silence")]
Severity = Annotated[str, known("info", "warning", "critical")]
EndReason = Annotated[str, known("cleared", "rule_changed", "rule_retired", "out_of_scope")]
EquipmentKind = Annotated[str, known("refrigerator", "freezer", "milk_tank", "cold_room", "other")]
Verdict = Annotated[str, known("within_allowance", "breach")]
Celsius = Annotated[float, like(9.4)]


class AlarmFields(BaseModel):
    """An alarm: which rule and sensor, since when, and the strongest value so far; null for a silence."""

    alarm_id: UUID
    farm_id: UUID
    area_id: UUID | None
    equipment_id: UUID | None
    sensor_id: UUID
    rule_id: UUID
    rule_name: RuleName
    kind: AlarmKind
    severity: Severity
    value: Annotated[float | None, like(9.4)]
    since: AwareDatetime


class AlarmRaised(AlarmFields, Event, type="stream.alarm.raised", aggregate="alarm_id"):
    """Something is wrong. `late`: it was found only now, by readings that arrived late; it may have ended already."""

    late: bool


class AlarmAcknowledged(AlarmFields, Event, type="stream.alarm.acknowledged", aggregate="alarm_id"):
    """Somebody takes care of it."""

    acknowledged_by: UUID
    acknowledged_at: AwareDatetime


class AlarmEscalated(AlarmFields, Event, type="stream.alarm.escalated", aggregate="alarm_id"):
    """Nobody has acknowledged the alarm in time."""

    escalated_at: AwareDatetime


class AlarmEnded(AlarmFields, Event, type="stream.alarm.ended", aggregate="alarm_id"):
    """What was wrong is not any more, or the rule does not say so any more."""

    ended_at: AwareDatetime
    end_reason: EndReason


class AlarmReopened(AlarmFields, Event, type="stream.alarm.reopened", aggregate="alarm_id"):
    """Late readings show that an alarm has not ended after all."""


class AlarmWithdrawn(AlarmFields, Event, type="stream.alarm.withdrawn", aggregate="alarm_id"):
    """Late readings show that there was nothing wrong, or that it belongs to another alarm."""


class ExcursionFields(BaseModel):
    """Equipment was outside of its range: temperatures in °C, for so many minutes above and below.

    `mean_kinetic` is the mean kinetic temperature of the excursion (activation energy 83.144 kJ/mol).
    """

    excursion_id: UUID
    equipment_id: UUID
    equipment_kind: EquipmentKind
    farm_id: UUID
    sensor_id: UUID
    began_at: AwareDatetime
    ended_at: AwareDatetime
    lowest: Celsius
    highest: Celsius
    mean_kinetic: Celsius
    minutes_above: Annotated[float, like(42.5)]
    minutes_below: Annotated[float, like(0.0)]
    verdict: Verdict


class ExcursionEnded(ExcursionFields, Event, type="stream.excursion.ended", aggregate="excursion_id"):
    """Equipment is back in its range. A `breach` lasted too long or was too warm for what is kept in it."""


class ExcursionCorrected(ExcursionFields, Event, type="stream.excursion.corrected", aggregate="excursion_id"):
    """Late readings have changed what is known of an excursion that has ended."""


class ExcursionWithdrawn(Event, type="stream.excursion.withdrawn", aggregate="excursion_id"):
    """Late readings show that an excursion that has ended was none, or belongs to another."""

    excursion_id: UUID
    equipment_id: UUID
    farm_id: UUID
