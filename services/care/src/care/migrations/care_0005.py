"""Until when payments are held, and the dates of birth that doses are planned by."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "care_0005"
down_revision = "care_0004"

NOUNS = ("payments", "plans")


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
