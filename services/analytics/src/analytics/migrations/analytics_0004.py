"""Ownerships by their owner: those of who was deleted are looked for."""

from alembic import op

revision = "analytics_0004"
down_revision = "analytics_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ownerships_owner_id_idx ON ownerships (owner_id)")
