"""Feed in stock, what was logged in the barn, and what animals weighed."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "feed_0003"
down_revision = "feed_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for noun in ("lots", "barn", "feeding"):
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
