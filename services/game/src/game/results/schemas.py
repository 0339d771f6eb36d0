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
    head: str
    previous_head: str | None
    records: int
    made_at: datetime


class ResultsOut(Out):
    """The results of a contest, the last first. It is final when the contest is completed."""

    appeals_until: datetime | None = Field(description="Until when entrants may appeal")
    completed_at: datetime | None
    items: list[ResultOut]
