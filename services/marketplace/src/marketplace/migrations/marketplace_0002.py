"""Listings have drafts, versions, photos and an end, and the farm is asked to register animals from outside."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "marketplace_0002"
down_revision = "marketplace_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
