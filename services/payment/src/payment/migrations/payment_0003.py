"""Refunds and disputes."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0003"
down_revision = "payment_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _refunds()
    _disputes()


def _refunds() -> None:
    op.create_table(
        "refunds",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("payment_id", sa.Uuid, sa.ForeignKey("payments.id"), nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("destination", sa.String(10), nullable=False),
        sa.Column("charged_to", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("failure", sa.String(50)),
        sa.Column("reference", sa.String(100)),
        sa.Column("requested_by", sa.Uuid, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint(
            "(destination, charged_to) IN (('provider', 'user'), ('provider', 'platform'), ('wallet', 'platform'))",
            name="way",
        ),
        sa.CheckConstraint(
            "state IN ('completed', 'failed', 'held', 'processing', 'requested', 'unknown')", name="state"
        ),
        sa.CheckConstraint(
            "(state IN ('held', 'processing', 'requested', 'unknown')) = (ended_at IS NULL)", name="ended"
        ),
        sa.CheckConstraint("(state = 'failed') = (failure IS NOT NULL)", name="failure"),
        sa.CheckConstraint("due_at IS NULL OR state IN ('held', 'processing', 'unknown')", name="due"),
    )
    op.create_index("refunds_provider_reference_key", "refunds", ["provider", "reference"], unique=True)
    op.create_index("refunds_payment_id_idx", "refunds", ["payment_id"])
    op.create_index("refunds_user_id_idx", "refunds", ["user_id"])
    requested = sa.text("state = 'requested'")
    op.create_index("refunds_requested_idx", "refunds", ["created_at"], postgresql_where=requested)
    op.create_index("refunds_due_idx", "refunds", ["due_at"], postgresql_where=sa.text("due_at IS NOT NULL"))


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("payment_id", sa.Uuid, sa.ForeignKey("payments.id"), nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("order_id", sa.Uuid),
        sa.Column("livestock_id", sa.Uuid),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("reference", sa.String(100), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("state IN ('lost', 'opened', 'won')", name="state"),
        sa.CheckConstraint("(state = 'opened') = (ended_at IS NULL)", name="ended"),
    )
    op.create_index("disputes_provider_reference_key", "disputes", ["provider", "reference"], unique=True)
    op.create_index("disputes_payment_id_idx", "disputes", ["payment_id"])
    op.create_index("disputes_state_id_idx", "disputes", ["state", "id"])
