"""What the game publishes of pilot farming: what players have done, and what they have won by it.

Experience (`xp`) and coins are of the game only: they are no money, and nothing turns them into any.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.values import known, like

TaskKind = Annotated[str, known("feed", "health_check", "clean", "exercise", "vaccination")]
SeasonKind = Annotated[str, known("week", "month")]
Title = Annotated[str, like("A week of meals")]
Xp = Annotated[int, like(20)]
Coins = Annotated[int, like(5)]


class CompletedTask(BaseModel):
    """A task that was done, and what it gave. `local_day` is a day of the player's time zone."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    task_id: UUID
    livestock_id: UUID
    kind: TaskKind
    local_day: date
    xp: Xp
    coins: Coins


class TasksCompleted(Event, type="game.task.completed", aggregate="user_id"):
    """A player's tasks were done: all that one message of the fleet, or the player's own word, has shown to be."""

    user_id: UUID
    tasks: tuple[CompletedTask, ...]


class LevelReached(Event, type="game.level.reached", aggregate="user_id"):
    """A player has reached a level, perhaps several at once: the highest is told."""

    user_id: UUID
    level: Annotated[int, like(4)]
    xp: Annotated[int, like(610)]


class AchievementGranted(Event, type="game.achievement.granted", aggregate="user_id"):
    """A player has an achievement, once and for good."""

    user_id: UUID
    achievement_id: UUID
    title: Title
    xp: Xp
    coins: Coins


class ChallengeCompleted(Event, type="game.challenge.completed", aggregate="user_id"):
    """A player has met a challenge that they had joined."""

    user_id: UUID
    challenge_id: UUID
    title: Title
    xp: Xp
    coins: Coins


class FriendshipRequested(Event, type="game.friendship.requested", aggregate="friendship_id"):
    """Somebody asks a player, `user_id`, to be their friend in the game."""

    friendship_id: UUID
    user_id: UUID
    requested_by: UUID


class FriendshipAccepted(Event, type="game.friendship.accepted", aggregate="friendship_id"):
    """A player has become the friend of `requested_by`, who had asked."""

    friendship_id: UUID
    user_id: UUID
    requested_by: UUID


class SeasonClosed(Event, type="game.season.closed", aggregate="season_id"):
    """A season is over: its ranks stay as they are. `players` have won experience in it."""

    season_id: UUID
    kind: SeasonKind
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    players: Annotated[int, like(312)]
