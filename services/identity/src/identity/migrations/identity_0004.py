"""Second factors and passkeys; sessions remember how and when their user was authenticated."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "identity_0004"
down_revision = "identity_0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _sessions()
    _two_factor()
    _passkeys()


def _sessions() -> None:
    """The defaults are for processes of the version before, which go on opening sessions, all of them by password."""
    op.add_column("sessions", sa.Column("authenticated_at", _TIME, nullable=False, server_default=sa.func.now()))
    op.add_column("sessions", sa.Column("amr", ARRAY(sa.String(10)), nullable=False, server_default="{pwd}"))
    op.execute("UPDATE sessions SET authenticated_at = created_at")
    op.create_check_constraint("amr", "sessions", "cardinality(amr) > 0")


def _two_factor() -> None:
    op.create_table(
        "totps",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("confirmed_at", _TIME),
        sa.Column("last_step", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="totps_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="totps_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("confirmed_at IS NULL OR last_step > 0", name="confirmed"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "digest", name="recovery_codes_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="recovery_codes_user_id_fkey", ondelete="CASCADE"),
    )
    op.create_table(
        "factor_guesses",
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("wrong", sa.Integer, nullable=False),
        sa.Column("blocked_until", _TIME),
        sa.PrimaryKeyConstraint("user_id", "kind", name="factor_guesses_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="factor_guesses_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("kind IN ('code', 'recovery_code')", name="kind"),
        sa.CheckConstraint("wrong >= 0", name="wrong"),
    )
    op.create_table(
        "login_challenges",
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("password_digest", sa.LargeBinary, nullable=False),
        sa.Column("wrong", sa.SmallInteger, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="login_challenges_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="login_challenges_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("wrong BETWEEN 0 AND 5", name="wrong"),
    )
    op.create_index("login_challenges_user_id_idx", "login_challenges", ["user_id"])
    op.create_index("login_challenges_expires_at_idx", "login_challenges", ["expires_at"])


def _passkeys() -> None:
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("credential_id", sa.LargeBinary, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.BigInteger, nullable=False),
        sa.Column("transports", ARRAY(sa.String(20)), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("last_used_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="passkeys_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="passkeys_user_id_fkey", ondelete="CASCADE"),
        sa.UniqueConstraint("credential_id", name="passkeys_credential_id_key"),
        sa.CheckConstraint("octet_length(credential_id) BETWEEN 1 AND 1023", name="credential_id"),
        sa.CheckConstraint("octet_length(public_key) BETWEEN 1 AND 1024", name="public_key"),
        sa.CheckConstraint("sign_count >= 0", name="sign_count"),
    )
    op.create_index("passkeys_user_id_id_idx", "passkeys", ["user_id", "id"])
    op.create_table(
        "passkey_challenges",
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("user_id", sa.Uuid),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="passkey_challenges_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="passkey_challenges_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("purpose IN ('register', 'login', 'second_factor', 'step_up')", name="purpose"),
        sa.CheckConstraint("(user_id IS NULL) = (purpose = 'login')", name="user_id"),
    )
    op.create_index("passkey_challenges_user_id_idx", "passkey_challenges", ["user_id"])
    op.create_index("passkey_challenges_expires_at_idx", "passkey_challenges", ["expires_at"])
