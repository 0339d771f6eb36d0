"""Orders that were undone, and what was paid for those of which only a part was."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0002"
down_revision = "payment_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("paid", sa.BigInteger))
    op.add_column("orders", sa.Column("paid_fee", sa.BigInteger))
    op.drop_constraint("orders_state_check", "orders")
    op.create_check_constraint(
        "orders_state_check", "orders", "state IN ('placed', 'completed', 'cancelled', 'refunded')"
    )
