"""Packages, subscriptions, their periods, and meals."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "feed_0002"
down_revision = "feed_0001"
branch_labels = None
depends_on = None

NOUNS = ("packages", "subscriptions", "periods", "meals", "billing")
"""In this order: what comes later refers to what comes before."""


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
