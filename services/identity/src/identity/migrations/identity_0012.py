"""Failures are counted by networks, devices and altogether; tries at a mailed code by the address that was typed."""

from alembic import op

revision = "identity_0012"
down_revision = "identity_0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("login_failures", "address", new_column_name="origin")
    op.drop_column("verifications", "tries")
