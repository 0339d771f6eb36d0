"""Conflicts of interest are kept when a judge commits, not only when they reveal."""

from alembic import op

revision = "game_0005"
down_revision = "game_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("judging_sheets_revealed_check", "judging_sheets")
    op.execute("UPDATE judging_sheets SET set_aside = '{}' WHERE set_aside IS NULL")
    op.alter_column("judging_sheets", "set_aside", nullable=False)
    op.create_check_constraint(
        "judging_sheets_revealed_check", "judging_sheets", "num_nulls(nonce, marks, revealed_at) IN (0, 3)"
    )
