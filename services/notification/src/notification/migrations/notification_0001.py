"""What the service knows of farms and animals; notices."""

from importlib.resources import files
from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "notification_0001"
down_revision = None
branch_labels = ("notification",)
depends_on = "chassis_0002"


def upgrade() -> None:
    run(op, Path(str(files("amigok_herd") / "migrations" / "herd_0001.sql")))
    run(op, Path(__file__).with_suffix("") / "notices.sql")
