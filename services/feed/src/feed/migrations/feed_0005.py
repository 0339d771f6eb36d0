"""When owners last got money, and doses of medicine that are due beside the meals."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "feed_0005"
down_revision = "feed_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for noun in ("billing", "doses"):
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
