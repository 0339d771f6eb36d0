"""How far a service's books are stated."""

import sqlalchemy as sa
from alembic import op

revision = "chassis_books"
down_revision = "chassis_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stated_windows",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("after_id", sa.Uuid, nullable=False),
        sa.Column("up_to_id", sa.Uuid, nullable=False),
        sa.Column("under_way", sa.Integer, nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="stated_windows_pkey"),
        sa.UniqueConstraint("up_to_id", name="stated_windows_up_to_id_key"),
    )
    op.create_index("stated_windows_under_way_idx", "stated_windows", ["id"], postgresql_where=sa.text("under_way > 0"))
