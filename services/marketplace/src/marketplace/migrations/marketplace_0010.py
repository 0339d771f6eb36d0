"""Orders know when the wallet was asked for their price."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0010"
down_revision = "marketplace_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("hold_requested_at", sa.DateTime(timezone=True)))
    op.create_check_constraint(
        op.f("orders_hold_requested_at_check"),
        "orders",
        "hold_requested_at IS NOT NULL OR state IN ('pending', 'cancelled')",
    )
