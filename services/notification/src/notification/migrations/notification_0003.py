"""The stream, and the orders whose parties it tells."""

from alembic import op

revision = "notification_0003"
down_revision = "notification_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE stream_entries (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            event varchar(40) NOT NULL,
            data jsonb NOT NULL,
            position bigint,
            created_at timestamptz NOT NULL,
            CONSTRAINT stream_entries_position_check CHECK (position > 0)
        );
        """
    )
    op.execute("CREATE UNIQUE INDEX stream_entries_position_idx ON stream_entries (position)")
    op.execute("CREATE INDEX stream_entries_user_id_position_idx ON stream_entries (user_id, position)")
    op.execute("CREATE INDEX stream_entries_created_at_idx ON stream_entries (created_at)")
    op.execute("CREATE INDEX stream_entries_fresh_idx ON stream_entries (id) WHERE position IS NULL")
    op.execute(
        """
        CREATE TABLE stream_head (
            id smallint PRIMARY KEY,
            position bigint NOT NULL,
            CONSTRAINT stream_head_only_one_check CHECK (id = 1)
        );
        """
    )
    op.execute("INSERT INTO stream_head VALUES (1, 0)")
    op.execute(
        """
        CREATE TABLE stream_tickets (
            digest bytea PRIMARY KEY,
            user_id uuid NOT NULL,
            session_id varchar(100) NOT NULL,
            session_expires_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL
        );
        """
    )
    op.execute("CREATE INDEX stream_tickets_expires_at_idx ON stream_tickets (expires_at)")
    op.execute("CREATE INDEX stream_tickets_user_id_idx ON stream_tickets (user_id)")
    op.execute(
        """
        CREATE TABLE orders (
            id uuid PRIMARY KEY,
            buyer_id uuid,
            seller_id uuid,
            change varchar(40) NOT NULL,
            version bigint NOT NULL,
            placed boolean NOT NULL,
            changed_at timestamptz NOT NULL
        );
        """
    )
    for column in ("buyer_id", "seller_id", "changed_at"):
        op.execute(f"CREATE INDEX orders_{column}_idx ON orders ({column})")
