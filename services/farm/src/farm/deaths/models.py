"""Deaths as they were reported, and claims for them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from farm.machine import Machine, follow, step
from farm.models import Base

DEATH_STEPS: Machine = {
    "report": step(None, to="reported", by="admin farm_staff veterinarian"),
    "confirm": step("reported", to="confirmed", by="veterinarian"),
    "revert": step("reported", "confirmed", to="reverted", by="admin"),
}
"""A reported death counts at once. It can be reverted until a claim for it was approved."""

CLAIM_STEPS: Machine = {
    "claim": step(None, to="requested", by="owner"),
    "approve": step("requested", to="approved", by="admin"),
    "reject": step("requested", to="rejected", by="admin"),
    "void": step("requested", to="rejected", by="death"),
}
"""Only a confirmed death is paid for. A death that is reverted takes the open claim with it."""

STANDING_DEATH, STANDING_CLAIM = text("state <> 'reverted'"), text("state <> 'rejected'")
"""As text, so that the planner always knows which partial index has them."""


class Death(Base):
    """One report that an animal died. Owner (null: the platform) and value are those of that moment."""

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
        Index("deaths_standing_key", "livestock_id", unique=True, postgresql_where=STANDING_DEATH),
    )

    @property
    def value(self) -> Money:
        """What the animal was worth."""
        return Money.of_minor(self.value_minor, self.currency)

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = follow(DEATH_STEPS, action, self.state)


class Claim(Base):
    """What the owner of an animal that died asks for, and gets. At most one that is open or approved a death."""

    __tablename__ = "insurance_claims"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    death_id: Mapped[UUID] = mapped_column(ForeignKey("deaths.id"))
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID]
    state: Mapped[str] = mapped_column(String(20))
    asked_minor: Mapped[int] = mapped_column(BigInteger)
    payout_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    statement: Mapped[str | None] = mapped_column(Text)
    requested_at: Mapped[datetime]
    rejection: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint(
            "CASE state WHEN 'requested' THEN num_nonnulls(payout_minor, rejection, decided_at, decided_by) = 0 "
            "WHEN 'approved' THEN num_nulls(payout_minor, decided_at, decided_by) = 0 AND rejection IS NULL "
            "WHEN 'rejected' THEN num_nulls(rejection, decided_at, decided_by) = 0 AND payout_minor IS NULL "
            "ELSE false END",
            name="state",
        ),
        CheckConstraint("asked_minor > 0", name="asked_minor"),
        CheckConstraint("payout_minor BETWEEN 1 AND asked_minor", name="payout_minor"),
        Index("insurance_claims_standing_key", "death_id", unique=True, postgresql_where=STANDING_CLAIM),
        Index(None, "state", "id"),
        Index(None, "owner_id", "id"),
    )

    @property
    def asked(self) -> Money:
        """What the owner asks for."""
        return Money.of_minor(self.asked_minor, self.currency)

    @property
    def payout(self) -> Money | None:
        """What the owner gets; null until the claim is approved."""
        return None if self.payout_minor is None else Money.of_minor(self.payout_minor, self.currency)

    def decide(self, action: str, *, now: datetime, by: UUID) -> None:
        """Takes the step that ends it; the row must be locked. Raises WrongState."""
        self.state = follow(CLAIM_STEPS, action, self.state)
        self.decided_at, self.decided_by = now, by
