"""Sensors and their readings."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0006"
down_revision = "stream_0005"
branch_labels = None
depends_on = None

NOUNS: tuple[str, ...] = ("sensor_types", "sensors", "readings")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
