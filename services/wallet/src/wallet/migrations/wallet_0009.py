"""Whoever decides on a withdrawal sees the name that its user has proved."""

import sqlalchemy as sa
from alembic import op

revision = "wallet_0009"
down_revision = "wallet_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kyc_names",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
