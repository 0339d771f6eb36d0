"""Challenges over HTTP."""

from datetime import date, datetime, timedelta
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, TypeAdapter, model_validator

from amigok_chassis.schemas import In, Out, ProperName, Prose, Version
from amigok_chassis.values import IsoDate
from game.deeds.conditions import OfDays

CONDITIONS: TypeAdapter[OfDays] = TypeAdapter(OfDays)
Amount = Annotated[int, Field(strict=True, ge=0, le=10_000)]
LONGEST = timedelta(days=92)


class ChallengeIn(In):
    """A challenge for some days of each player's time zone, both included, at most 92 days apart."""

    name: ProperName
    description: Prose = ""
    condition: OfDays
    starts_on: IsoDate
    ends_on: IsoDate
    xp: Amount
    coins: Amount

    @model_validator(mode="after")
    def _takes_some_days(self) -> Self:
        if not timedelta() <= self.ends_on - self.starts_on <= LONGEST:
            raise ValueError("a challenge ends on the day it starts, or up to 92 days later")
        return self


class ChallengeChange(In):
    """What can be changed of a challenge that players may have joined: how it is described."""

    version: Version
    name: ProperName
    description: Prose = ""


class ChallengeOut(Out):
    """A challenge."""

    id: UUID
    version: int
    name: str = Field(examples=["A week of meals"])
    description: str = Field(examples=["Fed within a week, fifty times."])
    condition: OfDays
    starts_on: date
    ends_on: date
    xp: int
    coins: int
    is_active: bool


class MyChallengeOut(BaseModel):
    """A challenge and, once you have joined it, how far you have come: `have` of `need`."""

    id: UUID
    name: str = Field(examples=["A week of meals"])
    description: str = Field(examples=["Fed within a week, fifty times."])
    starts_on: date
    ends_on: date
    xp: int
    coins: int
    have: int
    need: int
    joined_at: datetime | None
    completed_at: datetime | None
