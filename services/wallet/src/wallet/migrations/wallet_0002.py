"""Entries of an account come one after the other in time: statements add up line by line."""

import sqlalchemy as sa
from alembic import op

revision = "wallet_0002"
down_revision = "wallet_0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("accounts", sa.Column("posted_at", _TIME))
    op.add_column("entries", sa.Column("posted_at", _TIME))
    _date_what_was_posted()
    op.alter_column("entries", "posted_at", nullable=False)
    op.drop_index("entries_account_id_transfer_id_idx", "entries")
    op.create_index(
        "entries_account_id_posted_at_key",
        "entries",
        ["account_id", "posted_at"],
        unique=True,
        postgresql_where=sa.text("balance_after IS NOT NULL"),
    )


def _date_what_was_posted() -> None:
    """Transfers so far are put in the order of their ids, a microsecond apart at least; balances after follow it."""
    op.execute("ALTER TABLE entries DISABLE TRIGGER entries_append_only")
    op.execute("""
        UPDATE entries SET posted_at = dated.at, balance_after = dated.balance FROM (
            SELECT transfer_id, account_id, at,
                CASE WHEN balance_after IS NOT NULL
                    THEN sum(amount) OVER (PARTITION BY account_id ORDER BY transfer_id) END AS balance
            FROM entries JOIN (
                SELECT id, max(created_at) OVER past + row_number() OVER past * interval '1 microsecond' AS at
                FROM transfers WINDOW past AS (ORDER BY id)
            ) AS timed ON timed.id = transfer_id
        ) AS dated WHERE entries.transfer_id = dated.transfer_id AND entries.account_id = dated.account_id
    """)
    op.execute("ALTER TABLE entries ENABLE TRIGGER entries_append_only")
    op.execute("""
        UPDATE accounts SET posted_at = latest.at
        FROM (SELECT account_id, max(posted_at) AS at FROM entries GROUP BY account_id) AS latest
        WHERE accounts.id = latest.account_id AND accounts.balance IS NOT NULL
    """)
