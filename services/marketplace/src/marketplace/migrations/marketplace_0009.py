"""Listings know when their sale was paid for."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0009"
down_revision = "marketplace_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("listings", sa.Column("settled_at", sa.DateTime(timezone=True)))
    op.create_check_constraint(op.f("listings_settled_at_check"), "listings", "settled_at IS NULL OR state = 'sold'")
    op.create_index(
        "listings_unsettled_key",
        "listings",
        ["livestock_id"],
        unique=True,
        postgresql_where=sa.text("state = 'sold' AND settled_at IS NULL"),
    )
