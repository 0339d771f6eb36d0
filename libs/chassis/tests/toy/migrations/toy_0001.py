"""Notes, whose labels are unique, which is checked at the commit, and letters."""

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
    op.create_table(
        "letters",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("attempts >= 0", name="attempts"),
    )
    op.create_index("letters_due_at_idx", "letters", ["due_at"], postgresql_where=sa.text("due_at IS NOT NULL"))
