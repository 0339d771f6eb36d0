"""What payers have paid for refunds stands in the payment."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0010"
down_revision = "payment_0009"


def upgrade() -> None:
    op.add_column("payments", sa.Column("refunded_by_payer", sa.BigInteger, nullable=False))
    op.create_check_constraint(
        op.f("ck_payments_refunded_by_payer"), "payments", "refunded_by_payer BETWEEN 0 AND refunded"
    )
