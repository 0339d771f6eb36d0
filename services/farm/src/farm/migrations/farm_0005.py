"""When the payout of a claim was paid.

The wallet's answers were not kept before, so payouts that were approved until now count as paid. `amigok check` names
those that the ledger does not have.
"""

import sqlalchemy as sa
from alembic import op

revision = "farm_0005"
down_revision = "farm_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("insurance_claims", sa.Column("paid_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE insurance_claims SET paid_at = decided_at WHERE state = 'approved'")
    op.create_check_constraint(
        "insurance_claims_paid_at_check", "insurance_claims", "paid_at IS NULL OR state = 'approved'"
    )
