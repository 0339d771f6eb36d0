"""Recordings, snapshots, and who may see them."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0004"
down_revision = "stream_0003"
branch_labels = None
depends_on = None

NOUNS = ("access", "cases", "releases", "recordings", "snapshots")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
