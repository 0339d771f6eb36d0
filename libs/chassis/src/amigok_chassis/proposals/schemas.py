"""Proposals over HTTP."""

from typing import Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis import clock
from amigok_chassis.proposals.models import Proposal
from amigok_chassis.text import Line

State = Literal["open", "approved", "rejected", "withdrawn", "expired"]


class ProposalOut(BaseModel):
    """What somebody wants to be done, and what became of it."""

    id: UUID
    kind: str
    subject_id: UUID
    payload: dict[str, Any] = Field(description="What it says, by kind; empty once its person is deleted")
    beneficiaries: list[UUID] = Field(description="Who gains by it: they can neither propose nor decide it")
    state: State
    alone: bool = Field(description="Decided by who proposed it: the installation has one administrator")
    proposed_by: UUID
    proposed_at: AwareDatetime
    expires_at: AwareDatetime
    decided_by: UUID | None
    decided_at: AwareDatetime | None
    note: str

    @classmethod
    def of(cls, proposal: Proposal) -> Self:
        columns = {column.key: getattr(proposal, column.key) for column in Proposal.__table__.columns}
        expired = proposal.state == "open" and not proposal.is_open(clock.now())
        return cls.model_validate(columns | {"state": "expired" if expired else proposal.state})


class DecisionIn(BaseModel):
    """What you decide, and why."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["approved", "rejected"]
    note: Line = Field("", max_length=500)
