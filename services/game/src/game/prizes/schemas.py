"""Prizes over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.proposals import ProposalOut
from amigok_chassis.schemas import Out
from amigok_contracts import Money

State = Literal["agreeing", "due", "withheld", "requested", "paid", "granted", "forfeited"]
Reason = Literal["suspicion", "fee_disputed", "account_inactive", "account_deleted", "not_verified", "disqualified"]
PrizeKind = Literal["cash", "discount", "free_service", "badge", "custom"]


class PrizeWonOut(Out):
    """A prize that an animal of yours has won, and what became of it. `reason` is why it is withheld or forfeited."""

    id: UUID
    contest_id: UUID
    entry_id: UUID
    rank: int
    kind: PrizeKind
    amount: Money | None
    what: str | None = Field(examples=["A checkup of your choice"])
    percent: int | None
    state: State
    reason: Reason | None
    planned_at: datetime
    expires_at: datetime | None = Field(description="Until when it may be claimed, if it is granted")
    code_issued_at: datetime | None = Field(description="When its code was shown to you")


class CodeOut(Out):
    """The code by which a prize is claimed. It is not shown again."""

    code: str = Field(examples=["Yb3Yz1C0vUj2h0GmW1y4dQ0eX7rKq9Zt"])


class DistributionOut(Out):
    """What is given now, and what two administrators have to agree to first."""

    due: int = Field(description="How many prizes are given or looked at now")
    proposal: ProposalOut | None
