"""What identity says of users, and what one person proposes and another decides."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "chassis_0004"
down_revision = "chassis_0003"
branch_labels = None
depends_on = None


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "user_standings",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("verified", sa.Boolean, nullable=False),
        sa.Column("kyc", sa.String, nullable=False),
        _time("registered_at"),
        _time("credentials_changed_at", nullable=True),
        _time("decides_from"),
        sa.PrimaryKeyConstraint("user_id", name="user_standings_pkey"),
    )
    op.create_table(
        "proposals",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("subject_id", sa.Uuid, nullable=False),
        sa.Column("payload", JSONB, nullable=False),
        sa.Column("beneficiaries", ARRAY(sa.Uuid), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("alone", sa.Boolean, nullable=False),
        sa.Column("proposed_by", sa.Uuid, nullable=False),
        _time("proposed_at"),
        _time("expires_at"),
        sa.Column("decided_by", sa.Uuid),
        _time("decided_at", nullable=True),
        sa.Column("note", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("id", name="proposals_pkey"),
        sa.CheckConstraint("state IN ('open', 'approved', 'rejected', 'withdrawn')", name="state"),
        sa.CheckConstraint("(state IN ('approved', 'rejected')) = (decided_by IS NOT NULL)", name="decided"),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="closed"),
        sa.CheckConstraint("decided_by <> proposed_by OR alone OR state = 'rejected'", name="four_eyes"),
        sa.CheckConstraint(
            "proposed_by <> ALL (beneficiaries) AND decided_by <> ALL (beneficiaries)",
            name="own_behalf",
        ),
    )
    op.create_index("proposals_state_id_idx", "proposals", ["state", "id"])
    op.create_index("proposals_subject_id_idx", "proposals", ["subject_id", "id"])
    op.create_index("proposals_open_idx", "proposals", ["id"], postgresql_where=sa.text("state = 'open'"))
