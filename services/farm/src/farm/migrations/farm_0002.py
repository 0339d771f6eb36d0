"""Time zones of farms, their areas, and what is published for many rows."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "farm_0002"
down_revision = "farm_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
