"""Achievements over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, TypeAdapter

from amigok_chassis.schemas import In, Out, ProperName, Prose, Version
from game.deeds.conditions import Condition

CONDITIONS: TypeAdapter[Condition] = TypeAdapter(Condition)
Amount = Annotated[int, Field(strict=True, ge=0, le=10_000)]


class AchievementIn(In):
    """Something to achieve, and what it gives. Those who have met the condition already get it with their next deed."""

    name: ProperName
    description: Prose = ""
    condition: Condition
    xp: Amount
    coins: Amount


class AchievementChange(AchievementIn):
    """The whole achievement as it is to be. Whoever has it keeps it."""

    version: Version


class AchievementOut(Out):
    """Something to achieve."""

    id: UUID
    version: int
    name: str = Field(examples=["A week of meals"])
    description: str = Field(examples=["Fed within a week, fifty times."])
    condition: Condition
    xp: int
    coins: int
    is_active: bool


class MyAchievementOut(BaseModel):
    """An achievement and how far you have come: `have` of `need`. Once granted it is yours for good."""

    id: UUID
    name: str = Field(examples=["A week of meals"])
    description: str = Field(examples=["Fed within a week, fifty times."])
    xp: int
    coins: int
    have: int
    need: int
    granted_at: datetime | None
