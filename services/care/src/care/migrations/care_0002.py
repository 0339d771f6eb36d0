"""Medicines, their stock, and what is prescribed and given."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "care_0002"
down_revision = "care_0001"
branch_labels = None
depends_on = None

NOUNS = ("medicines", "batches", "prescriptions", "doses", "antimicrobials", "assignments")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
