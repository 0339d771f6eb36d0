"""What keeps an animal from being sold, as the farm tells of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "marketplace_0002"
down_revision = "marketplace_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("animals", sa.Column("blocks_version", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    op.add_column("animals", sa.Column("blocks", JSONB, nullable=False, server_default=sa.text("'[]'::jsonb")))
