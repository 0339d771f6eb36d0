"""Whether figures agree with books, forecasts and what became of them, and reports."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "analytics_0003"
down_revision = "analytics_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
