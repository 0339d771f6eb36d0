"""Appeals over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Note, Out, Reason

Ids = Annotated[list[UUID], Field(max_length=100)]
State = Literal["open", "upheld", "rejected", "withdrawn"]


class AppealIn(In):
    """What is wrong with the result, for an entry of yours."""

    entry_id: UUID
    text: Reason = Field(examples=["The scale was broken that day."])


class AppealDecisionIn(In):
    """What you decide, and why.

    If it is upheld, `entry_ids` are disqualified, the marks of `judge_ids` do not count, and the result is computed
    anew from what is known now.
    """

    decision: Literal["upheld", "rejected"]
    reason: Note = Field(examples=["The farm has corrected the weight."])
    entry_ids: Ids = []
    judge_ids: Ids = []


class AppealOut(Out):
    """An appeal, and what was decided."""

    id: UUID
    contest_id: UUID
    entry_id: UUID
    result_number: int
    state: State
    text: str = Field(examples=["The scale was broken that day."])
    filed_at: datetime
    decided_at: datetime | None
    reason: str | None = Field(examples=["The farm has corrected the weight."])
