"""Care services, requests, and payments for them, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "care_0003"
down_revision = "care_0002"
branch_labels = None
depends_on = None

NOUNS = ("procedures", "requests", "payments", "reports")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
