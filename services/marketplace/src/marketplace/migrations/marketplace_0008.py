"""What animals were worth at most, by currency."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0008"
down_revision = "marketplace_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "animal_values",
        sa.Column("livestock_id", sa.Uuid, primary_key=True),
        sa.Column("currency", sa.String, primary_key=True),
        sa.Column("highest", sa.BigInteger, nullable=False),
    )
