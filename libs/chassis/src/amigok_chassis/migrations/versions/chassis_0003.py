"""What people did by their role, in a log that cannot be changed unnoticed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "chassis_0003"
down_revision = "chassis_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_log",
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid, nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("subject_id", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.Uuid),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("before", JSONB, nullable=False),
        sa.Column("after", JSONB, nullable=False),
        sa.Column("personal_digest", sa.LargeBinary),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="audit_log_pkey"),
    )
    for column in ("subject_id", "actor_id", "action"):
        op.create_index(f"audit_log_{column}_number_idx", "audit_log", [column, "number"])
    op.create_index("audit_log_at_idx", "audit_log", ["at"])
    op.create_index(
        "audit_log_person_id_idx", "audit_log", ["person_id"], postgresql_where=sa.text("person_id IS NOT NULL")
    )
    op.create_table(
        "audit_log_personal",
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("before", JSONB, nullable=False),
        sa.Column("after", JSONB, nullable=False),
        sa.PrimaryKeyConstraint("number", name="audit_log_personal_pkey"),
        sa.ForeignKeyConstraint(["number"], ["audit_log.number"], name="audit_log_personal_number_fkey"),
    )
    _append_only()


def _append_only() -> None:
    op.execute("""
        CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log()
    """)
    op.execute("""
        CREATE TRIGGER audit_log_personal_unchanged BEFORE UPDATE OR TRUNCATE ON audit_log_personal
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log()
    """)
