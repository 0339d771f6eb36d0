"""The details of an animal have a version of their own."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0011"
down_revision = "marketplace_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("animals", sa.Column("details_version", sa.Integer, nullable=False, server_default=sa.text("0")))
    op.alter_column("animals", "details_version", server_default=None)
