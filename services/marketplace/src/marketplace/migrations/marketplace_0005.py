"""Orders that wait for a payment."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0005"
down_revision = "marketplace_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The default stays while code runs that does not know the column.
    op.add_column("orders", sa.Column("pay_with", sa.String, nullable=False, server_default="wallet"))
    op.create_check_constraint(op.f("orders_pay_with_check"), "orders", "pay_with IN ('wallet', 'payment')")
