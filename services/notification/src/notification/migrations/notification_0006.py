"""Announcements."""

from alembic import op

revision = "notification_0006"
down_revision = "notification_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE announcements (
            id uuid PRIMARY KEY,
            state varchar(10) NOT NULL,
            texts jsonb NOT NULL,
            segment jsonb NOT NULL,
            recipients integer NOT NULL,
            told integer NOT NULL,
            last_user_id uuid,
            approved_by uuid NOT NULL,
            created_at timestamptz NOT NULL,
            ended_at timestamptz,
            attempts integer NOT NULL,
            due_at timestamptz,
            CONSTRAINT announcements_state_check CHECK (state IN ('sending', 'completed', 'cancelled')),
            CONSTRAINT announcements_ended_check CHECK ((state = 'sending') = (ended_at IS NULL)),
            CONSTRAINT announcements_told_check CHECK (told >= 0),
            CONSTRAINT announcements_attempts_check CHECK (attempts >= 0)
        );
        """
    )
    op.execute("CREATE INDEX announcements_due_at_idx ON announcements (due_at) WHERE due_at IS NOT NULL")
