"""Finds listings by when they ended, for statistics."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0009"
down_revision = "marketplace_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("listings_ended_at_idx", "listings", ["ended_at"], postgresql_where=sa.text("ended_at IS NOT NULL"))
