"""Payouts that counted as failed may be paid out after all; the provider is asked about what it contradicts."""

from alembic import op

revision = "payment_0009"
down_revision = "payment_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    states = "'requested', 'unknown', 'processing', 'completed', 'failed', 'paid_after_all', 'returned'"
    ended = "state IN ('completed', 'failed', 'paid_after_all', 'returned')"
    checks = {
        "state": f"state IN ({states})",
        "ended": f"(ended_at IS NOT NULL) = ({ended})",
        "due": "due_at IS NULL OR ended_at IS NULL OR state IN ('failed', 'paid_after_all')",
    }
    for name, condition in checks.items():
        op.drop_constraint(name, "payouts", type_="check")
        op.create_check_constraint(name, "payouts", condition)
