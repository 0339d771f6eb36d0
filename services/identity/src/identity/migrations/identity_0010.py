"""The fleet is told what decides what users may do, as versions; an administrator's decisions count from a time on."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0010"
down_revision = "identity_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("standing_version", sa.Integer, nullable=False, server_default="0"))
    op.add_column("users", sa.Column("decides_from", sa.DateTime(timezone=True)))
