"""Arrivals, pseudonyms, how far the facts are, and the days of the archive."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "analytics_0002"
down_revision = "analytics_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
