"""What keeps an animal from being sold."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0002"
down_revision = "farm_0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sale_blocks",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("source_id", sa.Uuid, nullable=False),
        sa.Column("placed_at", _TIME, nullable=False),
        sa.Column("until", _TIME),
        sa.Column("cleared_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="sale_blocks_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="sale_blocks_livestock_id_fkey"),
        sa.CheckConstraint("until > placed_at", name=op.f("sale_blocks_until_check")),
        sa.CheckConstraint("cleared_at >= placed_at", name=op.f("sale_blocks_cleared_at_check")),
    )
    op.create_index("sale_blocks_source_key", "sale_blocks", ["livestock_id", "reason", "source_id"], unique=True)
    op.create_index(
        "sale_blocks_standing_idx", "sale_blocks", ["livestock_id"], postgresql_where=sa.text("cleared_at IS NULL")
    )
