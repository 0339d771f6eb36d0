"""What owners agreed to, and when the wallet refused it."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "feed_0004"
down_revision = "feed_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix("") / "agreements.sql")
