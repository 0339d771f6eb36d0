"""Payouts."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0005"
down_revision = "payment_0004"


def upgrade() -> None:
    op.create_table(
        "payouts",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("destination", sa.LargeBinary),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("reference", sa.String),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True)),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("state IN ('requested', 'unknown', 'processing', 'completed', 'failed')", name="state"),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("(ended_at IS NOT NULL) = (state IN ('completed', 'failed'))", name="ended"),
        sa.CheckConstraint("(destination IS NULL) = (ended_at IS NOT NULL)", name="destination"),
        sa.CheckConstraint("(reason IS NOT NULL) = (state = 'failed')", name="reason"),
        sa.CheckConstraint("due_at IS NULL OR ended_at IS NULL", name="due"),
        sa.UniqueConstraint("provider", "reference", name="payouts_provider_reference_key"),
    )
    waiting = sa.text("due_at IS NOT NULL")
    op.create_index("payouts_due_idx", "payouts", ["due_at"], postgresql_where=waiting)
    op.create_index("payouts_state_id_idx", "payouts", ["state", "id"])
