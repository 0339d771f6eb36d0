"""Whoever changes an order has locked it: its version, which nobody reads, is not counted any more."""

from alembic import op

revision = "marketplace_0011"
down_revision = "marketplace_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("orders", "version")
