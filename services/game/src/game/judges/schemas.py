"""Judges over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Out

State = Literal["invited", "accepted", "declined", "removed"]
Reason = Literal["entrant", "owner", "former_owner", "farm_staff", "linked"]


class InvitationIn(In):
    """Whom to ask."""

    user_id: UUID


class ConflictOut(Out):
    """An entry that the judge does not judge, and why."""

    entry_id: UUID
    reason: Reason


class JudgeOut(Out):
    """A judge of a contest, as administrators see them."""

    id: UUID
    contest_id: UUID
    user_id: UUID
    number: int = Field(description="Stands for them in public")
    state: State
    invited_at: datetime
    answered_at: datetime | None


class JudgeDetails(JudgeOut):
    """A judge with their conflicts of interest."""

    conflicts: list[ConflictOut]


class InvitationOut(Out):
    """A contest that you are asked to judge."""

    id: UUID
    contest_id: UUID
    title: str = Field(examples=["The finest of the spring"])
    state: State
    commit_until: datetime
    reveal_until: datetime
