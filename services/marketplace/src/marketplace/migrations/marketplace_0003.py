"""Orders in escrow, with a number, a timeline and what the buyer tells the seller; fees have a minimum.

Orders that exist get their number and what is known of their timeline, and none of them is in escrow.
"""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "marketplace_0003"
down_revision = "marketplace_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
