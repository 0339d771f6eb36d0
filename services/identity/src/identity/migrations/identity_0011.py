"""Refresh tokens are made from the one before, so a link need not say which one it replaces."""

from alembic import op

revision = "identity_0011"
down_revision = "identity_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("refresh_tokens", "replaces")
