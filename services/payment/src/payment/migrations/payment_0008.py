"""What comes from outside: parts of disputes, refunds made elsewhere, what came back; whether a card may be charged."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0008"
down_revision = "payment_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _disputes()
    _refunds()
    _payouts()
    _payments()
    op.add_column("settlements", sa.Column("version", sa.Integer, nullable=False, server_default="0"))
    op.alter_column("settlements", "version", server_default=None)
    _webhooks()


def _disputes() -> None:
    op.add_column("disputes", sa.Column("charged_back", sa.BigInteger))
    op.add_column("disputes", sa.Column("charged_back_currency", sa.CHAR(3)))
    op.add_column("disputes", sa.Column("kept", sa.BigInteger))
    op.execute("UPDATE disputes SET charged_back = amount, charged_back_currency = currency")
    op.execute("UPDATE disputes SET kept = amount WHERE state = 'lost'")
    for column in ("charged_back", "charged_back_currency"):
        op.alter_column("disputes", column, nullable=False)
    op.drop_constraint("amount", "disputes", type_="check")
    op.create_check_constraint("amount", "disputes", "amount >= 0 AND charged_back > 0")
    op.create_check_constraint("kept", "disputes", "(state = 'lost') = (kept IS NOT NULL)")
    op.create_index("disputes_open_idx", "disputes", ["user_id"], postgresql_where=sa.text("state = 'opened'"))


def _refunds() -> None:
    op.add_column("refunds", sa.Column("origin", sa.String(10), nullable=False, server_default="platform"))
    op.alter_column("refunds", "origin", server_default=None)
    op.add_column("refunds", sa.Column("animal", sa.String(10)))
    op.alter_column("refunds", "requested_by", nullable=True)
    checks = {
        "state": "state IN ('completed', 'failed', 'held', 'processing', 'requested', 'returned', 'unknown')",
        "ended": "(state IN ('held', 'processing', 'requested', 'unknown')) = (ended_at IS NULL)",
        "failure": "(state IN ('failed', 'returned')) = (failure IS NOT NULL)",
    }
    for name, condition in checks.items():
        op.drop_constraint(name, "refunds", type_="check")
        op.create_check_constraint(name, "refunds", condition)
    op.create_check_constraint(
        "origin",
        "refunds",
        "origin IN ('platform', 'provider') AND (origin = 'platform') = (requested_by IS NOT NULL)",
    )
    op.create_check_constraint("animal", "refunds", "animal IN ('stays', 'returns')")


def _payouts() -> None:
    ended = "state IN ('completed', 'failed', 'returned')"
    checks = {
        "state": "state IN ('requested', 'unknown', 'processing', 'completed', 'failed', 'returned')",
        "ended": f"(ended_at IS NOT NULL) = ({ended})",
        "reason": "(reason IS NOT NULL) = (state IN ('failed', 'returned'))",
    }
    for name, condition in checks.items():
        op.drop_constraint(name, "payouts", type_="check")
        op.create_check_constraint(name, "payouts", condition)


def _payments() -> None:
    op.add_column("payments", sa.Column("exit", sa.String(10)))
    op.create_check_constraint("exit", "payments", "exit IN ('asked', 'allowed', 'refused')")
    op.add_column("payments", sa.Column("refunds_due_at", sa.DateTime(timezone=True)))
    op.create_index(
        "payments_refunds_due_idx",
        "payments",
        ["refunds_due_at"],
        postgresql_where=sa.text("refunds_due_at IS NOT NULL"),
    )


def _webhooks() -> None:
    op.create_index("webhooks_unread_idx", "webhooks", ["received_at"], postgresql_where=sa.text("outcome = 'unread'"))
    op.drop_constraint("outcome", "webhooks", type_="check")
    op.create_check_constraint("outcome", "webhooks", "outcome IN ('handled', 'ignored', 'unread')")
