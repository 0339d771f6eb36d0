"""All tables of payment: a file for each noun."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "payment_0001"
down_revision = None
branch_labels = ("payment",)
depends_on = "chassis_0001"

NOUNS = ("orders", "methods", "payments", "disputes", "refunds", "payouts", "webhooks", "invoices", "settlements")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
