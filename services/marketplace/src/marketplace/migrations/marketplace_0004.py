"""Weights that change: the copy of an animal knows how new its weight is."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0004"
down_revision = "marketplace_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("animals", sa.Column("weight_version", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    op.alter_column("animals", "weight_version", server_default=None)
