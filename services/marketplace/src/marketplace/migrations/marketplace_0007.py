"""What is searched: where animals are, when they were born and examined, and a document for each listing."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "marketplace_0007"
down_revision = "marketplace_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run(op, Path(__file__).with_suffix(".sql"))
