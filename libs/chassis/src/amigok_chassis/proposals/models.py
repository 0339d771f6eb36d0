"""The table of proposals."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, String, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis import tables
from amigok_chassis.proposals.errors import OwnProposal, ProposalClosed

LIFETIME = timedelta(days=7)
"""How long a proposal waits for a decision."""

STATES = ("open", "approved", "rejected", "withdrawn")
_DECIDED = "state IN ('approved', 'rejected')"


class Base(DeclarativeBase):
    metadata = tables.metadata
    type_annotation_map = {datetime: DateTime(timezone=True), UUID: Uuid, dict[str, Any]: JSONB}


class Proposal(Base):
    """What somebody wants to be done to a subject. It never changes; only its state does, once.

    `beneficiaries` are the people who gain by it. `alone`: the proposer decided it, as the only administrator of the
    installation.
    """

    __tablename__ = "proposals"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    payload: Mapped[dict[str, Any]]
    beneficiaries: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    state: Mapped[str] = mapped_column(String(10))
    alone: Mapped[bool]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(String(500))

    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint(f"({_DECIDED}) = (decided_by IS NOT NULL)", name="decided"),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="closed"),
        CheckConstraint("decided_by <> proposed_by OR alone OR state = 'rejected'", name="four_eyes"),
        CheckConstraint("proposed_by <> ALL (beneficiaries) AND decided_by <> ALL (beneficiaries)", name="own_behalf"),
        Index("proposals_state_id_idx", "state", "id"),
        Index("proposals_subject_id_idx", "subject_id", "id"),
        Index("proposals_open_idx", "id", postgresql_where=text("state = 'open'")),
    )

    def is_open(self, now: datetime) -> bool:
        return self.state == "open" and now < self.expires_at

    def decide(self, state: str, *, by: UUID, note: str, now: datetime) -> None:
        """Closes the proposal. The proposer may only reject it. Raises ProposalClosed, OwnProposal."""
        if not self.is_open(now):
            raise ProposalClosed(f"The proposal is {'out of date' if self.state == 'open' else self.state}.")
        if by == self.proposed_by and state == "approved" and not self.alone:
            raise OwnProposal
        self.state, self.decided_at, self.note = state, now, note
        self.decided_by = by if state != "withdrawn" else None
