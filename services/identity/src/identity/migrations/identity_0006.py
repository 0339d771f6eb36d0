"""Administration of users, an audit log that cannot be changed unnoticed, and how long activities are kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "identity_0006"
down_revision = "identity_0005"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_SEARCHED = "(((email || ' ') || username) || ' ') || coalesce(full_name, '')"


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")  # a trusted one: the owner of the database may
    _users()
    _keep_an_administrator()
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("token_digest", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="invitations_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="invitations_user_id_fkey", ondelete="CASCADE"),
        sa.UniqueConstraint("user_id", name="invitations_user_id_key"),
        sa.UniqueConstraint("token_digest", name="invitations_token_digest_key"),
    )
    op.create_index("invitations_expires_at_idx", "invitations", ["expires_at"])
    _audit()
    op.create_index("activities_at_idx", "activities", ["at"])


def _users() -> None:
    op.add_column("users", sa.Column("status", sa.String(20), nullable=False, server_default="active"))
    op.add_column("users", sa.Column("status_reason", sa.String(500)))
    op.add_column("users", sa.Column("notes", sa.String(2000)))
    op.add_column("users", sa.Column("created_by", sa.Uuid))
    op.add_column("users", sa.Column("last_login_at", _TIME))
    op.add_column("users", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.create_foreign_key("users_created_by_fkey", "users", "users", ["created_by"], ["id"])
    op.create_check_constraint("status", "users", "status IN ('active', 'deactivated', 'deleted')")
    op.create_check_constraint("status_reason", "users", "(status = 'deactivated') = (status_reason IS NOT NULL)")
    op.create_check_constraint(
        "anonymised",
        "users",
        "status <> 'deleted' OR (email = CAST(id AS text) || '@deleted.invalid' AND num_nonnulls(full_name, notes, "
        "email_verified_at, last_login_at, phone) = 0)",
    )
    op.create_index("users_created_at_idx", "users", ["created_at", "id"])
    op.create_index("users_role_idx", "users", ["role", "created_at", "id"])
    op.create_index("users_role_status_idx", "users", ["role", "status"])
    op.create_index(
        "users_inactive_idx",
        "users",
        ["status", "created_at", "id"],
        postgresql_where=sa.text("status <> 'active'"),
    )
    op.create_index(
        "users_unverified_idx",
        "users",
        ["created_at", "id"],
        postgresql_where=sa.text("email_verified_at IS NULL AND status <> 'deleted'"),
    )
    op.create_index("users_created_by_idx", "users", ["created_by"], postgresql_where=sa.text("created_by IS NOT NULL"))
    op.create_index("users_search_idx", "users", [sa.text(f"({_SEARCHED}) gin_trgm_ops")], postgresql_using="gin")


def _keep_an_administrator() -> None:
    """Whoever stops being an active administrator waits for the others who do so, then sees who is left."""
    op.execute("""
        CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock(7305012);
            IF NOT EXISTS (
                SELECT FROM users WHERE role = 'admin' AND status = 'active' AND email_verified_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'the last active administrator stays' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'users_last_administrator', TABLE = 'users';
            END IF;
            RETURN NULL;
        END $$
    """)
    was = "OLD.role = 'admin' AND OLD.status = 'active' AND OLD.email_verified_at IS NOT NULL"
    op.execute(f"""
        CREATE TRIGGER users_demoted AFTER UPDATE OF role, status, email_verified_at ON users
        FOR EACH ROW WHEN ({was} AND NOT ({was.replace("OLD", "NEW")}))
        EXECUTE FUNCTION keep_an_administrator()
    """)
    op.execute(f"""
        CREATE TRIGGER users_removed AFTER DELETE ON users
        FOR EACH ROW WHEN ({was}) EXECUTE FUNCTION keep_an_administrator()
    """)


def _audit() -> None:
    op.add_column("audit_entries", sa.Column("personal_digest", sa.LargeBinary))
    op.create_index("audit_entries_action_number_idx", "audit_entries", ["action", "number"])
    op.create_index("audit_entries_at_idx", "audit_entries", ["at"])
    op.create_table(
        "audit_personal_values",
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("before", JSONB, nullable=False),
        sa.Column("after", JSONB, nullable=False),
        sa.PrimaryKeyConstraint("number", name="audit_personal_values_pkey"),
        sa.ForeignKeyConstraint(["number"], ["audit_entries.number"], name="audit_personal_values_number_fkey"),
    )
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)
    op.execute("""
        CREATE TRIGGER audit_personal_values_unchanged BEFORE UPDATE OR TRUNCATE ON audit_personal_values
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)
