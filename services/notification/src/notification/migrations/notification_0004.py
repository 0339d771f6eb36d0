"""Browsers and phones that get messages."""

from alembic import op

revision = "notification_0004"
down_revision = "notification_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE devices (
            id uuid PRIMARY KEY REFERENCES addresses ON DELETE CASCADE,
            user_id uuid NOT NULL,
            channel varchar(10) NOT NULL,
            name varchar(100) NOT NULL,
            created_at timestamptz NOT NULL,
            seen_at timestamptz NOT NULL
        );
        """
    )
    op.execute("CREATE INDEX devices_user_id_seen_at_idx ON devices (user_id, seen_at)")
