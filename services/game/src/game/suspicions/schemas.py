"""Suspicions over HTTP."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Note, Out
from game.appeals.schemas import Ids
from game.suspicions.models import Kind

State = Literal["open", "cleared", "upheld"]


class SuspicionDecisionIn(In):
    """What you decide, and why. If it is upheld, these entries are disqualified, and the judges' marks set aside."""

    decision: Literal["cleared", "upheld"]
    note: Note = Field(examples=["They are married, and each has a herd."])
    entry_ids: Ids = []
    judge_ids: Ids = []


class SuspicionOut(Out):
    """A reason to look at entries or judges of a contest, with what was found."""

    id: UUID
    contest_id: UUID
    kind: Kind
    entry_ids: list[UUID]
    judge_ids: list[UUID]
    evidence: dict[str, Any] = Field(
        description="What was found, by kind", examples=[{"judges": [1, 4], "entries": 12, "same": 11}]
    )
    state: State
    raised_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None
    note: str | None = Field(examples=["They are married, and each has a herd."])
