"""Tasks over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from amigok_chassis.schemas import In, Name, Out, Version

Kind = Literal["feed", "health_check", "clean", "exercise", "vaccination"]
State = Literal["open", "done", "missed"]
EvidenceKind = Literal["meal", "checkup", "treatment", "vaccination", "weighing", "camera"]


class PilotTaskOut(BaseModel):
    """Something to do for an animal. `by_hand`: you can say that it is done; else the farm's records do.

    `done_by` is `hand` or the kind of record. What was not done when it ended is missed, unless a late record comes.
    """

    id: UUID
    livestock_id: UUID
    tag_number: str | None = Field(examples=["EID-982000123456789"])
    kind: Kind
    local_day: date
    state: State
    by_hand: bool
    xp: int
    coins: int
    starts_at: datetime
    ends_at: datetime
    done_at: datetime | None
    done_by: str | None = Field(examples=["meal"])


class TaskRuleOut(Out):
    """How a kind of task is done and what it gives: by one of these records, or by hand."""

    kind: Kind
    version: int
    title: str = Field(examples=["Clean the pen"])
    evidence: list[EvidenceKind]
    by_hand: bool
    xp: int
    coins: int
    is_daily: bool
    is_active: bool


def _distinct(kinds: list[EvidenceKind]) -> list[EvidenceKind]:
    if len(set(kinds)) < len(kinds):
        raise ValueError("each kind of record is named once")
    return kinds


class TaskRuleChange(In):
    """The rule as it is to be, for days that begin later. What can be done by hand gives little."""

    version: Version
    title: Name
    evidence: Annotated[list[EvidenceKind], Field(max_length=6), AfterValidator(_distinct)]
    by_hand: bool = Field(strict=True)
    xp: int = Field(strict=True, ge=0, le=100)
    coins: int = Field(strict=True, ge=0, le=20)
    is_active: bool = Field(strict=True)

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if not self.by_hand and not self.evidence:
            raise ValueError("a task is done by hand or by some record")
        if self.by_hand and (self.xp > 10 or self.coins > 2):
            raise ValueError("what can be done by hand gives at most 10 points and 2 coins")
        return self
