"""Notes. Labels are unique, which is checked at the commit."""

import sqlalchemy as sa
from alembic import op

revision = "toy_0001"
down_revision = None
branch_labels = ("toy",)
depends_on = "chassis_0001"


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("position", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("note_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("label", sa.Text),
        sa.UniqueConstraint("label", deferrable=True, initially="DEFERRED"),
    )
