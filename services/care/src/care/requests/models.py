"""Requests for care, and what each costs."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from care.models import Base
from care.procedures.models import CareType
from care.requests.machine import REQUESTS

Origin = Literal["owner", "staff", "admin", "plan", "follow_up"]
Funding = Literal["hold", "charge", "none"]
"""`hold`: the owner accepted, and it is set aside before the work. `charge`: taken afterwards, for the animal's sake.
`none`: the platform owns the animal, or nothing is to be paid."""

OPEN = REQUESTS.check("state", REQUESTS.open)


class Request(Base):
    """One care service for one animal.

    `owner_id` is who owned the animal when it was requested, and who pays; null: the platform. Name, type and duration
    are those of the care service at that time. `source_id` names what it follows from, once: a plan's entry, or the
    request before it. What is `mandatory` is done after `due_at` in any case.

    `estimate` is the quote in its `quote_version`, `allowance` what the owner allows beyond it; both are minor units.
    `medicine_estimate` is the part of it for medicine, which has lines of its own once it is dispensed.
    With `funded_at` the work may begin: what is needed is held, or will be charged. Up to `authorised` is then taken
    without asking. `cost` is what the lines come to. `medicated`: other events tell what was given.
    """

    __tablename__ = "care_requests"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column()
    state: Mapped[str] = mapped_column(String(20))
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    service_id: Mapped[UUID] = mapped_column(ForeignKey("care_services.id"))
    service_version: Mapped[int]
    service_name: Mapped[str] = mapped_column(String(100))
    care_type: Mapped[CareType] = mapped_column(String(20))
    duration_minutes: Mapped[int]
    origin: Mapped[Origin] = mapped_column(String(10))
    source_id: Mapped[UUID | None]
    requested_by: Mapped[UUID | None]
    requested_at: Mapped[datetime]
    mandatory: Mapped[bool] = mapped_column(default=False)
    emergency: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    currency: Mapped[str] = mapped_column(String(3))
    list_price: Mapped[int] = mapped_column(BigInteger)
    quote_version: Mapped[int] = mapped_column(default=0)
    estimate: Mapped[int] = mapped_column(BigInteger, default=0)
    medicine_estimate: Mapped[int] = mapped_column(BigInteger, default=0)
    quoted_by: Mapped[UUID | None]
    allowance: Mapped[int] = mapped_column(BigInteger, default=0)
    funding: Mapped[Funding | None] = mapped_column(String(10))
    authorised: Mapped[int] = mapped_column(BigInteger, default=0)
    funded_at: Mapped[datetime | None]
    payment_refusal: Mapped[str | None] = mapped_column(String(40))
    accepted_at: Mapped[datetime | None]
    veterinarian_id: Mapped[UUID | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    cost: Mapped[int] = mapped_column(BigInteger, default=0)
    medicated: Mapped[bool] = mapped_column(default=False)
    end_reason: Mapped[str | None] = mapped_column(String(20))
    ended_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    __table_args__ = (
        CheckConstraint(REQUESTS.check("state"), name="state"),
        CheckConstraint(f"origin IN {get_args(Origin)}", name="origin"),
        CheckConstraint(f"funding IN {get_args(Funding)}", name="funding"),
        CheckConstraint("num_nulls(starts_at, ends_at) <> 1 AND starts_at < ends_at", name="slot"),
        CheckConstraint(
            "(state <> 'scheduled' OR num_nulls(veterinarian_id, starts_at) = 0)"
            " AND (state NOT IN ('in_progress', 'completed') OR num_nulls(veterinarian_id, started_at, funding) = 0)",
            name="work",
        ),
        CheckConstraint("state NOT IN ('accepted', 'scheduled') OR funding IS NOT NULL", name="accepted"),
        CheckConstraint(f"({OPEN}) = (ended_at IS NULL)", name="ended_at"),
        CheckConstraint("(state IN ('cancelled', 'declined')) = (end_reason IS NOT NULL)", name="end_reason"),
        CheckConstraint("NOT mandatory OR due_at IS NOT NULL", name="mandatory"),
        CheckConstraint(
            "least(list_price, estimate, medicine_estimate, allowance, authorised, cost) >= 0", name="amounts"
        ),
        ExcludeConstraint(
            ("veterinarian_id", "="),
            (text("tstzrange(starts_at, ends_at)"), "&&"),
            name="care_requests_no_double_booking",
            using="gist",
            where=text("state IN ('scheduled', 'in_progress') AND starts_at IS NOT NULL"),
        ),
        Index("care_requests_open_key", "livestock_id", "service_id", unique=True, postgresql_where=OPEN),
        Index("care_requests_source_key", "source_id", unique=True),
        Index("care_requests_livestock_id_idx", "livestock_id", "id"),
        Index("care_requests_owner_id_idx", "owner_id", "id"),
        Index("care_requests_veterinarian_id_idx", "veterinarian_id", "id"),
        Index("care_requests_state_idx", "state", "id"),
        Index("care_requests_due_at_idx", "due_at", postgresql_where="mandatory AND state IN ('requested', 'quoted')"),
    )

    @property
    def expected(self) -> int:
        """What it comes to by the lists of care services and medicines, in minor units."""
        return self.list_price + self.medicine_estimate

    def money(self, minor: int) -> Money:
        """So many minor units of its currency."""
        return Money.of_minor(minor, self.currency)

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = REQUESTS.follow(action, self.state)

    def end(self, action: str, *, reason: str | None, now: datetime) -> None:
        """Takes a last step. Raises WrongState."""
        self.become(action)
        self.end_reason, self.ended_at = reason, now


class CostLine(Base):
    """A part of what a request costs: the work, a medicine, or anything else. `source_id` names it, once a request.

    The work is the line whose source is the request itself.
    """

    __tablename__ = "care_cost_lines"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"), primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    description: Mapped[str] = mapped_column(String(200))
    amount: Mapped[int] = mapped_column(BigInteger)
    added_at: Mapped[datetime]
    added_by: Mapped[UUID]

    __table_args__ = (CheckConstraint("amount >= 0", name="amount"),)
