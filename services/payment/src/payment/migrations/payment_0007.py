"""How far the books are stated to the wallet."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0007"
down_revision = "payment_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "book_windows",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("after_id", sa.Uuid, nullable=False),
        sa.Column("up_to_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("under_way", sa.Integer, nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
    )
