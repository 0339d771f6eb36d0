"""Judging over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from amigok_chassis.schemas import In, Out
from game.contests.rules import MOST_JUDGED
from game.judges.schemas import Reason

Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""32 bytes in hexadecimal, in lower case."""

Mark = Annotated[int, Field(ge=0, le=100, strict=True)]
Position = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]
CriterionName = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class CommitmentIn(In):
    """The digest of your marks: SHA-256 of `amigok.marks.1`, the contest's id, the nonce and the marks as canonical
    JSON (keys sorted, no blanks), with line breaks between them."""

    digest: Hex = Field(examples=["5dc77692ce7076141f0afb04b6e9f9593a134746d41caacddcd97db53cc8b8c8"])


class RevealIn(In):
    """The nonce, and all your marks: by position in your list of entries, then by criterion.

    An entry without a conflict of interest needs a mark in each criterion.
    """

    nonce: Hex = Field(examples=["ab" * 32])
    marks: dict[Position, Annotated[dict[CriterionName, Mark], Field(min_length=1, max_length=10)]] = Field(
        max_length=MOST_JUDGED, examples=[{"1": {"Grooming": 80}}]
    )


class CommitStepIn(CommitmentIn):
    """The first step."""

    step: Literal["commit"]


class RevealStepIn(RevealIn):
    """The second step."""

    step: Literal["reveal"]


JudgeIn = Annotated[CommitStepIn | RevealStepIn, Field(discriminator="step")]


class BlindEntryOut(Out):
    """An entry as you see it: at its position in your own order, without a name or an owner.

    With `conflict` you do not judge it: leave it out of your marks.
    """

    position: int
    particulars: dict[str, Any] = Field(examples=[{"type_name": "Sheep", "sex": "female", "weight_kg": "62.50"}])
    pictures: list[str] = Field(
        description="Paths", examples=[["/api/v1/judging/019586a3-c8d5-7ad4-8a4d-0f1c6a7e9b25/entries/7/photos/1"]]
    )
    conflict: Reason | None


class SheetOut(Out):
    """What is known of your marks."""

    contest_id: UUID
    digest: str = Field(examples=["5dc77692ce7076141f0afb04b6e9f9593a134746d41caacddcd97db53cc8b8c8"])
    committed_at: datetime
    revealed_at: datetime | None
    set_aside: dict[str, Reason] | None = Field(
        description="Positions that do not count, and why", examples=[{"7": "former_owner"}]
    )


class RevealedOut(Out):
    """A judge's marks, by the blind numbers of the entries."""

    judge: int
    marks: dict[str, dict[str, int]] = Field(examples=[{"17": {"Grooming": 80}}])
    set_aside: dict[str, Reason] = Field(examples=[{"23": "former_owner"}])
