"""Facts, contests, entries and scores, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "game_0002"
down_revision = "game_0001"
branch_labels = None
depends_on = None

NOUNS = ("facts", "contests", "entries", "leaderboards")


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
