"""Vaccination plans, and what they plan for each animal."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from amigok_chassis.rows import Named
from care.models import Base

ENTRIES = Machine(
    "planned_vaccinations",
    states=("planned", "requested", "given", "missed", "left"),
    steps={
        "plan": step(None, to="planned given", by="plan"),
        "request": step("planned", to="requested", by="plan", then=["care.request.requested"]),
        "remind": step("requested", to="requested", by="plan", then=["care.vaccination.reminded"]),
        "give": step("planned", "requested", "missed", "left", to="given", by="request veterinarian"),
        "plan_again": step("requested", to="planned", by="request"),
        "miss": step("requested", to="missed", by="request"),
        "leave": step("planned", to="left", by="plan farm admin"),
    },
    meanings={
        "planned": "It will be requested some days before it is due.",
        "given": "It was done, by a request or elsewhere.",
        "missed": "Its request was cancelled or declined.",
        "left": "The animal is gone, or the plan no longer has this dose.",
    },
)


class Plan(Named, Base):
    """Which care animals of a type need at which age. Its requests are priced in its currency."""

    __tablename__ = "vaccination_plans"
    __table_args__ = (
        Index("vaccination_plans_name_key", "name_key", unique=True),
        Index(None, "livestock_type_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    is_active: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str] = mapped_column(String(100))
    livestock_type_id: Mapped[UUID]
    currency: Mapped[str] = mapped_column(String(3))
    doses: Mapped[list["PlanDose"]] = relationship(
        lazy="selectin",
        order_by="PlanDose.age_days, PlanDose.id",
        primaryjoin="and_(PlanDose.plan_id == Plan.id, PlanDose.is_active)",
    )


class PlanDose(Base):
    """Care at an age in days; with `repeat_months` again so long after each time. One that was taken out is inactive.

    It is requested `lead_days` before it is due, and people are reminded `remind_days` before.
    """

    __tablename__ = "plan_doses"
    __table_args__ = (
        CheckConstraint("age_days BETWEEN 0 AND 10000", name="age_days"),
        CheckConstraint("repeat_months BETWEEN 1 AND 120", name="repeat_months"),
        CheckConstraint("remind_days BETWEEN 0 AND lead_days AND lead_days <= 180", name="remind_days"),
        Index(None, "plan_id"),
        Index(None, "service_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("vaccination_plans.id"))
    is_active: Mapped[bool] = mapped_column(default=True)
    service_id: Mapped[UUID] = mapped_column(ForeignKey("care_services.id"))
    age_days: Mapped[int]
    repeat_months: Mapped[int | None]
    mandatory: Mapped[bool]
    lead_days: Mapped[int]
    remind_days: Mapped[int]


class Entry(Due, Base):
    """A dose of an animal, once; `round` counts the repetitions. First it is due to be requested, then reminded of.

    `source_id` is what the request of now names as its source, and `born_on` the date of birth that it was planned by.
    """

    __tablename__ = "planned_vaccinations"
    __table_args__ = (
        CheckConstraint(ENTRIES.check("state"), name="state"),
        CheckConstraint("(state = 'given') = (given_on IS NOT NULL)", name="given_on"),
        CheckConstraint("state <> 'requested' OR request_id IS NOT NULL", name="request_id"),
        UniqueConstraint("livestock_id", "dose_id", "round"),
        Index(None, "dose_id", "state"),
        Index(None, "request_id", postgresql_where=text("request_id IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID]
    dose_id: Mapped[UUID] = mapped_column(ForeignKey("plan_doses.id"))
    round: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10))
    due_on: Mapped[date]
    born_on: Mapped[date | None]
    given_on: Mapped[date | None]
    source_id: Mapped[UUID] = mapped_column(default=new_id)
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("care_requests.id"))

    def become(self, action: str) -> None:
        """Takes a step with one end; the row must be locked. Nothing is due after it. Raises WrongState."""
        self.state, self.due_at = ENTRIES.follow(action, self.state), None

    def give(self, on: date) -> None:
        """Notes when it was given. Raises WrongState."""
        self.become("give")
        self.given_on = on


def at(day: date, before: int) -> datetime:
    """When what is to happen so many days before a day is due: in its morning, UTC."""
    return datetime.combine(day - timedelta(days=before), time(6), UTC)
