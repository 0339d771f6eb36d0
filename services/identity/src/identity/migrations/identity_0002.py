"""How users may be told things."""

from alembic import op

revision = "identity_0002"
down_revision = "identity_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE contact_consents (
            user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
            email boolean NOT NULL,
            phone boolean NOT NULL,
            changed_at timestamptz NOT NULL
        )
        """
    )
