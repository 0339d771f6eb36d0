"""Standing agreements."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "wallet_0002"
down_revision = "wallet_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix("") / "agreements.sql")
