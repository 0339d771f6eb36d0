"""Saved searches know all that a search knows."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "marketplace_0010"
down_revision = "marketplace_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
