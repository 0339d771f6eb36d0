"""Withdrawals that counted as failed may be paid out after all."""

from alembic import op

revision = "wallet_0010"
down_revision = "wallet_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    sent = "'approved', 'completed', 'failed', 'paid_after_all', 'returned'"
    checks = {
        "state": f"state IN ('requested', 'approved_once', 'rejected', 'cancelled', {sent})",
        "approved_once": "first_approved_by IS NOT NULL OR NOT (state = 'approved_once' "
        f"OR (approvals_needed = 2 AND state IN ({sent})))",
        "decided": f"(state IN ({sent}, 'rejected')) = (decided_by IS NOT NULL)",
    }
    for name, condition in checks.items():
        op.drop_constraint(name, "withdrawals", type_="check")
        op.create_check_constraint(name, "withdrawals", condition)
