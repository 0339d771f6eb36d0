"""Passwords, addresses and numbers that change; sessions that are told apart; signing keys that follow each other."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0003"
down_revision = "identity_0002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("users", sa.Column("phone", sa.String(16)))
    op.add_column("users", sa.Column("phone_verified_at", _TIME))
    op.add_column("users", sa.Column("credentials_changed_at", _TIME))
    op.create_check_constraint("phone", "users", "(phone IS NULL) = (phone_verified_at IS NULL)")
    op.create_index("users_phone_key", "users", ["phone"], unique=True)
    op.add_column("sessions", sa.Column("last_used_at", _TIME))
    op.add_column("sessions", sa.Column("address", sa.String(45)))
    op.add_column("sessions", sa.Column("user_agent", sa.String(300)))
    op.add_column("signing_keys", sa.Column("signs_from", _TIME))
    op.execute("UPDATE signing_keys SET signs_from = created_at")
    op.alter_column("signing_keys", "signs_from", nullable=False)
    op.create_check_constraint("retired", "signing_keys", "retired_at > signs_from")
    _resets()
    _changes("email_changes", sa.Column("email", sa.String(254), nullable=False), token=True)
    _changes("phone_verifications", sa.Column("phone", sa.String(16), nullable=False), token=False)
    _sms()


def _resets() -> None:
    op.create_table(
        "reset_requests",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="reset_requests_pkey"),
    )
    op.create_index("reset_requests_created_at_idx", "reset_requests", ["created_at"])
    op.create_table(
        "password_resets",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("token_digest", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="password_resets_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="password_resets_user_id_fkey", ondelete="CASCADE"),
        sa.UniqueConstraint("token_digest", name="password_resets_token_digest_key"),
    )
    op.create_index("password_resets_expires_at_idx", "password_resets", ["expires_at"])


def _changes(name: str, wanted: sa.Column[str], *, token: bool) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        wanted,
        *([sa.Column("token_digest", sa.LargeBinary, nullable=False)] if token else []),
        sa.Column("code_digest", sa.LargeBinary, nullable=False),
        sa.Column("tries", sa.SmallInteger, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{name}_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"{name}_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("tries BETWEEN 0 AND 5", name="tries"),
    )
    op.create_index(f"{name}_user_id_id_idx", name, ["user_id", "id"])
    op.create_index(f"{name}_expires_at_idx", name, ["expires_at"])


def _sms() -> None:
    op.create_table(
        "sms",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("recipient", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("next_attempt_at", _TIME, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sent_at", _TIME),
        sa.Column("abandoned_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="sms_pkey"),
        sa.CheckConstraint("num_nonnulls(sent_at, abandoned_at) <= 1", name="outcome"),
        sa.CheckConstraint("(text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)", name="text"),
    )
    op.create_index(
        "sms_pending",
        "sms",
        ["next_attempt_at"],
        postgresql_where=sa.text("sent_at IS NULL AND abandoned_at IS NULL"),
    )
    op.create_index("sms_recipient_idx", "sms", [sa.text("lower(recipient)"), "created_at"])
    op.create_index("sms_created_at_idx", "sms", ["created_at"])
