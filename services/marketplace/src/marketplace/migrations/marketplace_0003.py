"""Animals may be gone, and move from farm to farm."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0003"
down_revision = "marketplace_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("animals", sa.Column("gone", sa.String))
    op.create_check_constraint("gone", "animals", "gone IN ('withdrawn', 'deceased')")
    op.add_column("animals", sa.Column("farm_version", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    op.alter_column("animals", "farm_version", server_default=None)
