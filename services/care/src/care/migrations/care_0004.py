"""Calendars of veterinarians, visits, emergencies and vaccination plans."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "care_0004"
down_revision = "care_0003"

NOUNS = ("calendars", "bookings", "emergencies", "plans")


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
