"""Insurance claims."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from amigok_contracts import Money
from farm.models import Base

CLAIMS = Machine(
    "claims",
    states=("requested", "approved", "rejected"),
    steps={
        "claim": step(None, to="requested", by="owner"),
        "approve": step(
            "requested",
            to="approved",
            by="admin",
            then=["farm.insurance_claim.approved", "farm.insurance.payout_requested"],
        ),
        "reject": step("requested", to="rejected", by="admin"),
        "void": step("requested", to="rejected", by="death"),
    },
)
"""Only a confirmed death is paid for. Reverting a death rejects its open claim."""

STANDING = text("state <> 'rejected'")
"""As text, so that the planner always finds the partial index."""


class Claim(Base):
    """An insurance claim of the owner of an animal that died. A death has at most one that is open or approved."""

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
    paid_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(
            "CASE state WHEN 'requested' THEN num_nonnulls(payout_minor, rejection, decided_at, decided_by) = 0 "
            "WHEN 'approved' THEN num_nulls(payout_minor, decided_at, decided_by) = 0 AND rejection IS NULL "
            "WHEN 'rejected' THEN num_nulls(rejection, decided_at, decided_by) = 0 AND payout_minor IS NULL "
            "ELSE false END",
            name="state",
        ),
        CheckConstraint("asked_minor > 0", name="asked_minor"),
        CheckConstraint("paid_at IS NULL OR state = 'approved'", name="paid_at"),
        CheckConstraint("payout_minor BETWEEN 1 AND asked_minor", name="payout_minor"),
        Index("insurance_claims_standing_key", "death_id", unique=True, postgresql_where=STANDING),
        Index(None, "state", "id"),
        Index(None, "owner_id", "id"),
    )

    @property
    def asked(self) -> Money:
        """The amount that the owner claims."""
        return Money.of_minor(self.asked_minor, self.currency)

    @property
    def payout(self) -> Money | None:
        """The amount that the owner gets; null until the claim is approved."""
        return None if self.payout_minor is None else Money.of_minor(self.payout_minor, self.currency)

    def decide(self, action: str, *, now: datetime, by: UUID) -> None:
        """Takes the step that ends the claim; the row must be locked. Raises WrongState."""
        self.state = CLAIMS.follow(action, self.state)
        self.decided_at, self.decided_by = now, by
