"""Devices and what they are told."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0002"
down_revision = "stream_0001"
branch_labels = None
depends_on = None

NOUNS: tuple[str, ...] = ("devices", "cameras", "connectivity", "commands")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
