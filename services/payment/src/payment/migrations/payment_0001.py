"""Orders, as the marketplace tells of them."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0001"
down_revision = None
branch_labels = ("payment",)
depends_on = "chassis_0001"


def upgrade() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("livestock_id", sa.Uuid),
        sa.Column("buyer_id", sa.Uuid),
        sa.Column("seller_id", sa.Uuid),
        sa.Column("price", sa.BigInteger),
        sa.Column("fee", sa.BigInteger),
        sa.Column("currency", sa.String),
        sa.Column("pay_with", sa.String),
        sa.Column("title", sa.String),
        sa.CheckConstraint("state IN ('placed', 'completed', 'cancelled')", name="state"),
    )
