"""Judges and their marks, photos, results, appeals, suspicions and prizes, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "game_0003"
down_revision = "game_0002"
branch_labels = None
depends_on = None

NOUNS = ("links", "judges", "pictures", "judging", "results", "appeals", "suspicions", "prizes", "endings")


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
