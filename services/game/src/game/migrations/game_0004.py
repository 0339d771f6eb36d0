"""Pilot farming: players, coins, seasons, tasks, achievements, challenges, friends and the shop."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "game_0004"
down_revision = "game_0003"

NOUNS = (
    "players",
    "coins",
    "seasons",
    "streaks",
    "deeds",
    "rewards",
    "shop",
    "tasks",
    "achievements",
    "challenges",
    "friends",
)


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
