"""The farm's tables, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "farm_0001"
down_revision = None
branch_labels = ("farm",)
depends_on = "chassis_0001"

NOUNS = (
    "types",
    "breeds",
    "farms",
    "staff",
    "entries",
    "imports",
    "livestock",
    "transfers",
    "ownership",
    "blocks",
    "movements",
    "disputes",
    "prices",
    "weights",
    "photos",
    "births",
    "medicines",
    "health",
    "quarantines",
    "removals",
    "deaths",
    "claims",
)


def upgrade() -> None:
    for noun in NOUNS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
