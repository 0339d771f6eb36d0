"""Until when all that the fleet published has arrived."""

from alembic import op

revision = "analytics_0005"
down_revision = "analytics_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE heard (id smallint PRIMARY KEY, until timestamptz NOT NULL)")
