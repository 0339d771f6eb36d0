"""How people want to be told things, contests, and what is sent to whom."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "notification_0005"
down_revision = "notification_0004"
branch_labels = None
depends_on = None

NOUNS = ("people", "contests", "preferences", "deliveries")


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
