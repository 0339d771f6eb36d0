"""Live video: stream keys, publishers, revocations."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0003"
down_revision = "stream_0002"
branch_labels = None
depends_on = None

NOUNS = ("revocations", "publishers")


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
