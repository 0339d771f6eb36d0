"""Alarms and equipment."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0007"
down_revision = "stream_0006"
branch_labels = None
depends_on = None

NOUNS: tuple[str, ...] = ("equipment", "alarm_rules", "alarms", "excursions", "judgements")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
