"""Results over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class ResultOut(Out):
    """A result of a contest. Its head stands for all of its file; a corrected result names the head before it."""

    contest_id: UUID
    number: int
    cause: Literal["end", "appeal", "suspicion"]
    head: str = Field(examples=["9f2c1f0f6a5f1d6b1a3f0f4b7a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c"])
    previous_head: str | None = Field(examples=["9f2c1f0f6a5f1d6b1a3f0f4b7a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c"])
    records: int
    made_at: datetime


class ResultsOut(Out):
    """The results of a contest, the last first. It is final when the contest is completed."""

    appeals_until: datetime | None = Field(description="Until when entrants may appeal")
    completed_at: datetime | None
    items: list[ResultOut]
