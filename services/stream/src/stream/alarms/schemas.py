"""Alarms over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In, Note, Out
from stream.alarm_rules.models import Kind, Severity
from stream.alarms.models import EndReason, State


class AcknowledgementIn(In):
    """What you do about it, if you want to say so."""

    note: Note | None = None


class AlarmOut(Out):
    """An alarm. It was wrong from `began_at` to `ended_at`; other times say when it was noticed.

    `value` is the strongest reading so far, null for a silence. `late`: it was found by readings that arrived late.
    """

    id: UUID
    version: int
    rule_id: UUID
    rule_name: str = Field(examples=["Vaccines too warm"])
    farm_id: UUID
    area_id: UUID | None
    equipment_id: UUID | None
    sensor_id: UUID
    kind: Kind
    severity: Severity
    threshold: float | None
    state: State
    late: bool
    value: float | None
    began_at: datetime
    ended_at: datetime | None
    end_reason: EndReason | None
    raised_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: UUID | None
    note: str | None
    escalated_at: datetime | None
    closed_at: datetime | None


class AlarmCountsOut(BaseModel):
    """How many alarms of a farm are open, and of these how many nobody has acknowledged, by severity."""

    open: int
    unacknowledged: int
    info: int
    warning: int
    critical: int
