"""The chassis's own tables, the same in every service's database."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "chassis_0001"
down_revision = None
branch_labels = ("chassis",)
depends_on = None

TOPICS = ("messages", "jobs", "keys", "audit_log", "people", "files", "books")


def upgrade() -> None:
    for topic in TOPICS:
        migrations.run(op, Path(__file__).with_suffix("") / f"{topic}.sql")
