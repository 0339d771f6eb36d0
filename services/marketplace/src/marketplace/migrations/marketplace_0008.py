"""How far indices of OpenSearch have been written."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0008"
down_revision = "marketplace_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_indices",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
    )
