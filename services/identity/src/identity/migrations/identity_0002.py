"""What administrators did, and what happened to accounts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "identity_0002"
down_revision = "identity_0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("actor_id", sa.Uuid, nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("subject_id", sa.Uuid, nullable=False),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("before", JSONB, nullable=False),
        sa.Column("after", JSONB, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="audit_entries_pkey"),
    )
    op.create_index("audit_entries_subject_id_number_idx", "audit_entries", ["subject_id", "number"])
    op.create_index("audit_entries_actor_id_number_idx", "audit_entries", ["actor_id", "number"])
    op.create_table(
        "activities",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("address", sa.String(45)),
        sa.Column("user_agent", sa.String(300)),
        sa.Column("details", JSONB, nullable=False),
        sa.PrimaryKeyConstraint("id", name="activities_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="activities_user_id_fkey", ondelete="CASCADE"),
    )
    op.create_index("activities_user_id_id_idx", "activities", ["user_id", "id"])
