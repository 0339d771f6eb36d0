"""The fleet is told what decides what users may do, as versions; decisions count from a time on; deletions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "identity_0013"
down_revision = "identity_0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("standing_version", sa.Integer, nullable=False, server_default="0"))
    op.add_column("users", sa.Column("decides_from", sa.DateTime(timezone=True)))
    op.create_table(
        "deletions",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("requested_by", sa.Uuid, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was_active", sa.Boolean, nullable=False),
        sa.Column("answers", JSONB, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("state IN ('checking', 'refused', 'done')", name="state"),
        sa.CheckConstraint("(state = 'checking') = (ended_at IS NULL)", name="ended"),
    )
    op.create_index(
        "deletions_open_key", "deletions", ["user_id"], unique=True, postgresql_where=sa.text("state = 'checking'")
    )
    op.create_index("deletions_user_id_idx", "deletions", ["user_id", "id"])
