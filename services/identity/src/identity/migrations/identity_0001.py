"""Identity's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0001"
down_revision = None
branch_labels = ("identity",)
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _accounts()
    _sessions()
    op.create_table(
        "mails",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("next_attempt_at", _TIME, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sent_at", _TIME),
        sa.Column("abandoned_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="mails_pkey"),
        sa.CheckConstraint("num_nonnulls(sent_at, abandoned_at) <= 1", name="outcome"),
        sa.CheckConstraint("(text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)", name="text"),
    )
    op.create_index(
        "mails_pending",
        "mails",
        ["next_attempt_at"],
        postgresql_where=sa.text("sent_at IS NULL AND abandoned_at IS NULL"),
    )
    op.create_index("mails_recipient_idx", "mails", [sa.text("lower(recipient)"), "created_at"])
    op.create_index("mails_created_at_idx", "mails", ["created_at"])
    op.create_table(
        "signing_keys",
        sa.Column("kid", sa.String(43), nullable=False),
        sa.Column("algorithm", sa.String(10), nullable=False),
        sa.Column("public_jwk", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("retired_at", _TIME),
        sa.PrimaryKeyConstraint("kid", name="signing_keys_pkey"),
    )
    op.create_index(
        "signing_keys_current_key",
        "signing_keys",
        ["algorithm"],
        unique=True,
        postgresql_where=sa.text("retired_at IS NULL"),
    )


def _accounts() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("username", sa.String(30), nullable=False),
        sa.Column("full_name", sa.String(200)),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("email_verified_at", _TIME),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="users_pkey"),
        sa.CheckConstraint("role IN ('investor', 'gamer', 'admin', 'farm_staff', 'veterinarian')", name="role"),
        sa.CheckConstraint("username ~ '^[A-Za-z][A-Za-z0-9_.-]{2,29}$'", name="username"),
    )
    op.create_index("users_email_key", "users", [sa.text("lower(email)")], unique=True)
    op.create_index(
        "users_username_key",
        "users",
        [sa.text("lower(username)")],
        unique=True,
        postgresql_where=sa.text("email_verified_at IS NOT NULL"),
    )
    op.create_table(
        "verifications",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("token_digest", sa.LargeBinary, nullable=False),
        sa.Column("code_digest", sa.LargeBinary, nullable=False),
        sa.Column("tries", sa.SmallInteger, nullable=False),
        sa.Column("username", sa.String(30), nullable=False),
        sa.Column("full_name", sa.String(200)),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="verifications_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="verifications_user_id_fkey", ondelete="CASCADE"),
        sa.UniqueConstraint("token_digest", name="verifications_token_digest_key"),
        sa.CheckConstraint("tries BETWEEN 0 AND 5", name="tries"),
    )
    op.create_index("verifications_user_id_idx", "verifications", ["user_id"])
    op.create_index("verifications_expires_at_idx", "verifications", ["expires_at"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("revoked_at", _TIME),
        sa.Column("announced_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="sessions_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="sessions_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("announced_at IS NULL OR revoked_at IS NOT NULL", name="announced"),
    )
    op.create_index("sessions_user_id_idx", "sessions", ["user_id"])
    op.create_index("sessions_expires_at_idx", "sessions", ["expires_at"])
    op.create_index(
        "sessions_unannounced",
        "sessions",
        ["revoked_at"],
        postgresql_where=sa.text("revoked_at IS NOT NULL AND announced_at IS NULL"),
    )
    op.create_table(
        "refresh_tokens",
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("session_id", sa.Uuid, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("rotated_at", _TIME),
        sa.PrimaryKeyConstraint("digest", name="refresh_tokens_pkey"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="refresh_tokens_session_id_fkey", ondelete="CASCADE"
        ),
    )
    op.create_index("refresh_tokens_session_id_idx", "refresh_tokens", ["session_id"])
    op.create_index(
        "refresh_tokens_current_key",
        "refresh_tokens",
        ["session_id"],
        unique=True,
        postgresql_where=sa.text("rotated_at IS NULL"),
    )
    op.create_table(
        "login_failures",
        sa.Column("account", sa.LargeBinary, nullable=False),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_failed_at", _TIME, nullable=False),
        sa.Column("blocked_until", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("account", "address", name="login_failures_pkey"),
        sa.CheckConstraint("failures > 0", name="failures"),
    )
    op.create_index("login_failures_last_failed_at_idx", "login_failures", ["last_failed_at"])
