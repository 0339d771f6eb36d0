"""The photos that there are become known to other services."""

from alembic import op

revision = "farm_0006"
down_revision = "farm_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO announcements (topic, subject_id, announced_to)"
        " VALUES ('photos', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000')"
        " ON CONFLICT (topic, subject_id) DO UPDATE SET announced_to = excluded.announced_to"
    )
