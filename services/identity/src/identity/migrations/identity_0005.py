"""Who people really are, and how they like the dashboard."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0005"
down_revision = "identity_0004"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("users", sa.Column("kyc_status", sa.String(20), nullable=False, server_default="not_submitted"))
    op.add_column("users", sa.Column("kyc_version", sa.Integer, nullable=False, server_default="0"))
    op.create_check_constraint(
        "kyc_status", "users", "kyc_status IN ('not_submitted', 'pending', 'approved', 'rejected')"
    )
    _submissions()
    _documents()
    op.create_table(
        "preferences",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="preferences_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="preferences_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("octet_length(document) <= 16384", name="document"),
    )


def _submissions() -> None:
    op.create_table(
        "kyc_submissions",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("number_digest", sa.LargeBinary),
        sa.Column("submitted_at", _TIME, nullable=False),
        sa.Column("decided_at", _TIME),
        sa.Column("decided_by", sa.Uuid),
        sa.Column("reason", sa.String(500)),
        sa.Column("erase_after", _TIME),
        sa.PrimaryKeyConstraint("id", name="kyc_submissions_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="kyc_submissions_user_id_fkey"),
        sa.CheckConstraint("status IN ('pending', 'approved', 'rejected', 'withdrawn')", name="status"),
        sa.CheckConstraint("(status = 'pending') = (decided_at IS NULL)", name="decided_at"),
        sa.CheckConstraint("(status IN ('approved', 'rejected')) = (decided_by IS NOT NULL)", name="decided_by"),
        sa.CheckConstraint("decided_by <> user_id", name="not_by_themself"),
        sa.CheckConstraint("(status = 'rejected') = (reason IS NOT NULL)", name="reason"),
        sa.CheckConstraint("(sealed IS NULL) = (number_digest IS NULL)", name="sealed"),
        sa.CheckConstraint("sealed IS NOT NULL OR status <> 'pending'", name="pending"),
    )
    op.create_index(
        "kyc_submissions_live_key",
        "kyc_submissions",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('pending', 'approved')"),
    )
    op.create_index("kyc_submissions_user_id_idx", "kyc_submissions", ["user_id", "id"])
    op.create_index("kyc_submissions_status_idx", "kyc_submissions", ["status", "id"])
    op.create_index("kyc_submissions_number_digest_idx", "kyc_submissions", ["number_digest"])
    op.create_index(
        "kyc_submissions_erase_after_idx",
        "kyc_submissions",
        ["erase_after"],
        postgresql_where=sa.text("erase_after IS NOT NULL"),
    )


def _documents() -> None:
    op.create_table(
        "kyc_documents",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("submission_id", sa.Uuid),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("media_type", sa.String(50), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("remove_after", _TIME),
        sa.PrimaryKeyConstraint("id", name="kyc_documents_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="kyc_documents_user_id_fkey"),
        sa.ForeignKeyConstraint(["submission_id"], ["kyc_submissions.id"], name="kyc_documents_submission_id_fkey"),
        sa.UniqueConstraint("submission_id", "kind", name="kyc_documents_submission_id_kind_key"),
        sa.CheckConstraint("kind IN ('front', 'back', 'selfie', 'proof_of_address')", name="kind"),
        sa.CheckConstraint("size BETWEEN 1 AND 10485760", name="size"),
        sa.CheckConstraint("submission_id IS NOT NULL OR remove_after IS NOT NULL", name="orphan"),
    )
    op.create_index("kyc_documents_user_id_idx", "kyc_documents", ["user_id"])
    op.create_index(
        "kyc_documents_remove_after_idx",
        "kyc_documents",
        ["remove_after"],
        postgresql_where=sa.text("remove_after IS NOT NULL"),
    )
