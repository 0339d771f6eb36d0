"""Where people can be reached."""

from alembic import op

revision = "notification_0002"
down_revision = "notification_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE contacts (
            user_id uuid PRIMARY KEY,
            version bigint NOT NULL
        );
        """
    )
    op.execute(
        """
        CREATE TABLE addresses (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            channel varchar(10) NOT NULL,
            sealed bytea NOT NULL,
            digest varchar(43) NOT NULL,
            created_at timestamptz NOT NULL,
            dead_at timestamptz,
            dead_reason varchar(100),
            CONSTRAINT addresses_channel_check CHECK (channel IN ('email', 'sms', 'web_push', 'fcm')),
            CONSTRAINT addresses_dead_check CHECK ((dead_at IS NULL) = (dead_reason IS NULL)),
            CONSTRAINT addresses_channel_digest_key UNIQUE (channel, digest)
        );
        """
    )
    op.execute("CREATE INDEX addresses_user_id_channel_idx ON addresses (user_id, channel)")
