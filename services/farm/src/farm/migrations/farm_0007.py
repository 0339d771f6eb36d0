"""Animals in escrow are not sold, and go back to their sellers where an order is undone."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "farm_0007"
down_revision = "farm_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
