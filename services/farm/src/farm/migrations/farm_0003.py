"""Blocks that other services ask for, and those that concern one owner only."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "farm_0003"
down_revision = "farm_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
