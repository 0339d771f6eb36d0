"""Pilot farming over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from game.challenges.schemas import MyChallengeOut
from game.players.schemas import PlayerOut
from game.seasons.schemas import SeasonOut
from game.shop.schemas import OwnedOut

Scope = Literal["all", "friends", "farm"]


class LevelOut(BaseModel):
    """A level, the experience that it begins with, and that of the next one; null: there is none."""

    level: int
    xp: int
    begins_at: int
    next_at: int | None


class StreakOut(BaseModel):
    """Days in a row on which you did something by hand. One missed day is forgiven once in seven."""

    current: int
    longest: int
    kept_today: bool


class TodayOut(BaseModel):
    """The tasks of a kind that you have now."""

    kind: str = Field(examples=["feed"])
    total: int
    done: int


class PlaceOut(BaseModel):
    """A place on a board. Equals share a rank."""

    rank: int
    xp: int


class AchievedOut(BaseModel):
    """An achievement that you have got."""

    id: UUID
    name: str = Field(examples=["A week of meals"])
    granted_at: datetime


class DashboardOut(BaseModel):
    """All at one glance. `week` is your place among all this week, null until you have won something."""

    player: PlayerOut
    level: LevelOut
    coins: int
    streak: StreakOut
    today: list[TodayOut]
    boost: OwnedOut | None
    challenges: list[MyChallengeOut]
    achievements: list[AchievedOut]
    week: PlaceOut | None
    friend_requests: int


class BoardEntryOut(BaseModel):
    """A player on a board."""

    rank: int
    handle: str = Field(examples=["CalmHeifer-k4tz"])
    level: int
    xp: int
    badge: str | None = Field(examples=["Clover"])
    title: str | None = Field(examples=["Good shepherd"])
    is_me: bool


class BoardOut(BaseModel):
    """A page of a board, and your own place on it, null until you have won something in this season."""

    season: SeasonOut
    scope: Scope
    me: PlaceOut | None
    items: list[BoardEntryOut]
    next_cursor: str | None
