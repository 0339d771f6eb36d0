"""Reported deaths."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from amigok_contracts import Money
from farm.models import Base
from farm.staff.roles import FARM_PEOPLE

DEATHS = Machine(
    "deaths",
    states=("reported", "confirmed", "reverted"),
    steps={
        "report": step(None, to="reported", by=" ".join(FARM_PEOPLE), then=["farm.livestock.died"]),
        "confirm": step("reported", to="confirmed", by="veterinarian"),
        "revert": step("reported", "confirmed", to="reverted", by="admin", then=["farm.livestock.reinstated"]),
    },
)
"""A reported death takes effect at once. It can be reverted until a claim for it is approved."""

STANDING = text("state <> 'reverted'")
"""As text, so that the planner always finds the partial index."""


class Death(Base):
    """One report that an animal died. Owner (null: the platform) and value are those at that time."""

    __tablename__ = "deaths"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(String(20))
    cause: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)
    died_at: Mapped[datetime]
    value_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    reported_at: Mapped[datetime]
    reported_by: Mapped[UUID]
    findings: Mapped[str | None] = mapped_column(Text)
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[UUID | None]
    reverted_at: Mapped[datetime | None]
    reverted_by: Mapped[UUID | None]
    reversion: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint(
            "CASE state WHEN 'reported' THEN num_nonnulls(confirmed_at, confirmed_by, reverted_at, reverted_by) = 0 "
            "WHEN 'confirmed' THEN num_nulls(confirmed_at, confirmed_by, findings) = 0 AND reverted_at IS NULL "
            "WHEN 'reverted' THEN num_nulls(reverted_at, reverted_by, reversion) = 0 ELSE false END",
            name="state",
        ),
        CheckConstraint("died_at <= reported_at", name="died_at"),
        CheckConstraint("value_minor >= 0", name="value_minor"),
        Index("deaths_standing_key", "livestock_id", unique=True, postgresql_where=STANDING),
    )

    @property
    def value(self) -> Money:
        """What the animal was worth."""
        return Money.of_minor(self.value_minor, self.currency)

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = DEATHS.follow(action, self.state)
