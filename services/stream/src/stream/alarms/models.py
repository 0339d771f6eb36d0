"""Alarms of sensors."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from stream.alarm_rules.models import Kind, Severity
from stream.alarms.judging import Episode
from stream.models import Base

ALARMS = Machine(
    "alarms",
    states=("raised", "acknowledged", "ended", "withdrawn"),
    steps={
        "raise": step(None, to="raised", by="judge", then=["stream.alarm.raised"]),
        "acknowledge": step("raised", to="acknowledged", by="admin farm_staff", then=["stream.alarm.acknowledged"]),
        "escalate": step("raised", to="raised", by="deadline", then=["stream.alarm.escalated"]),
        "end": step("raised", "acknowledged", to="ended", by="judge", then=["stream.alarm.ended"]),
        "reopen": step("ended", to="raised", by="judge", then=["stream.alarm.reopened"]),
        "withdraw": step(
            "raised", "acknowledged", "ended", to="withdrawn", by="judge", then=["stream.alarm.withdrawn"]
        ),
    },
    meanings={
        "raised": "Something is wrong, and nobody has acknowledged it.",
        "acknowledged": "Somebody takes care of it. It ends by itself.",
        "ended": "It is over, or its rule is.",
        "withdrawn": "Late readings have shown that it never was.",
    },
)
OPEN = ("raised", "acknowledged")

State = Literal["raised", "acknowledged", "ended", "withdrawn"]
EndReason = Literal["cleared", "rule_changed", "rule_retired", "out_of_scope"]


class Alarm(Due, Base):
    """What a rule found wrong at a sensor, from `began_at` to `ended_at` by the times of the readings.

    `value` is the strongest reading so far, null for a silence. It has the name, kind and severity that its rule had.
    `late`: it was found when it had been over, or long under way. While it is `raised`, it is due when it escalates.
    """

    __tablename__ = "alarms"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    rule_id: Mapped[UUID] = mapped_column(ForeignKey("alarm_rules.id"))
    rule_name: Mapped[str] = mapped_column(String(100))
    farm_id: Mapped[UUID]
    area_id: Mapped[UUID | None]
    equipment_id: Mapped[UUID | None]
    sensor_id: Mapped[UUID] = mapped_column(ForeignKey("sensors.id"))
    kind: Mapped[Kind] = mapped_column(String(10))
    severity: Mapped[Severity] = mapped_column(String(10))
    threshold: Mapped[float | None]
    state: Mapped[State] = mapped_column(String(12))
    late: Mapped[bool]
    signal: Mapped[float]
    value: Mapped[float | None]
    began_at: Mapped[datetime]
    confirmed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_confirmed_at: Mapped[datetime | None]
    end_reason: Mapped[EndReason | None] = mapped_column(String(20))
    raised_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[UUID | None]
    note: Mapped[str | None] = mapped_column(Text)
    escalated_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(ALARMS.check("state"), name="state"),
        CheckConstraint("(state IN ('ended', 'withdrawn')) = (closed_at IS NOT NULL)", name="ended_at"),
        CheckConstraint("(state = 'ended') = (end_reason IS NOT NULL)", name="end_reason"),
        CheckConstraint("(state = 'ended') = (end_confirmed_at IS NOT NULL)", name="end_confirmed_at"),
        CheckConstraint("(acknowledged_at IS NULL) = (acknowledged_by IS NULL)", name="acknowledged_at"),
        Index(
            "alarms_open_key", "rule_id", "sensor_id", unique=True, postgresql_where=text(ALARMS.check("state", OPEN))
        ),
        Index(None, "farm_id", "id"),
        Index(None, "sensor_id", "end_confirmed_at"),
    )

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        state: State = ALARMS.follow(action, self.state)  # type: ignore[assignment]
        self.state, self.due_at = state, None
        self.version += 1

    @property
    def episode(self) -> Episode:
        """What judging knows of it."""
        value = self.value or 0.0
        return Episode(self.began_at, self.confirmed_at, self.signal, value, self.ended_at, self.end_confirmed_at)
