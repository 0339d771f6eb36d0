"""How far the books are stated to the wallet."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0006"
down_revision = "marketplace_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "book_windows",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("after_id", sa.Uuid, nullable=False),
        sa.Column("up_to_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("under_way", sa.Integer, nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("book_windows_under_way_idx", "book_windows", ["id"], postgresql_where=sa.text("under_way > 0"))
