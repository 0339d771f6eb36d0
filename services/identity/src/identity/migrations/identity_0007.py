"""Registrations wait where forgotten passwords do; sessions end unused; refreshes may be retried."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "identity_0007"
down_revision = "identity_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.rename_table("reset_requests", "account_requests")
    op.execute("ALTER INDEX reset_requests_pkey RENAME TO account_requests_pkey")
    op.execute("ALTER INDEX reset_requests_created_at_idx RENAME TO account_requests_created_at_idx")
    op.add_column("account_requests", sa.Column("registration", JSONB))
    # For code of the former version that still runs; the next migration drops it.
    op.execute("""
        CREATE VIEW reset_requests AS
        SELECT id, email, created_at FROM account_requests WHERE registration IS NULL
    """)
    op.execute("""
        UPDATE sessions SET expires_at = least(expires_at, coalesce(last_used_at, created_at) + interval '7 days')
        WHERE revoked_at IS NULL
    """)
    op.add_column("refresh_tokens", sa.Column("replaces", sa.LargeBinary))
