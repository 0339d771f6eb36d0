"""What the service knows of farms and animals; devices and cameras."""

from importlib.resources import files
from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "stream_0001"
down_revision = None
branch_labels = ("stream",)
depends_on = "chassis_0002"

NOUNS = ("intervals", "devices", "cameras")


def upgrade() -> None:
    migrations.run(op, Path(str(files("amigok_herd") / "migrations" / "herd_0001.sql")))
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
