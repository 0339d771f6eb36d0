"""Users are announced by what they are found; those who were there before are, too, bit by bit."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0009"
down_revision = "identity_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("handles_version", sa.Integer, nullable=False, server_default="0"))
    op.create_index(
        "users_unannounced_idx",
        "users",
        ["id"],
        postgresql_where=sa.text("handles_version = 0 AND email_verified_at IS NOT NULL"),
    )
