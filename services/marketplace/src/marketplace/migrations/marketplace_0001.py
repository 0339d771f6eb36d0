"""The marketplace's tables, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "marketplace_0001"
down_revision = None
branch_labels = ("marketplace",)
depends_on = "chassis_0001"

NOUNS = ("animals", "listings", "orders")
"""In this order: what comes later refers to what comes before."""


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
