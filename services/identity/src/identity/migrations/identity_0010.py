"""Devices on which somebody has signed in before; a session belongs to one."""

import sqlalchemy as sa
from alembic import op

revision = "identity_0010"
down_revision = "identity_0009"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "known_devices",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("first_seen_at", _TIME, nullable=False),
        sa.Column("last_used_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="known_devices_pkey"),
        sa.UniqueConstraint("digest", name="known_devices_digest_key"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="known_devices_user_id_fkey", ondelete="CASCADE"),
    )
    op.create_index("known_devices_user_id_last_used_at_idx", "known_devices", ["user_id", "last_used_at"])
    op.create_index("known_devices_last_used_at_idx", "known_devices", ["last_used_at"])
    op.add_column("sessions", sa.Column("device_id", sa.Uuid))
    op.create_foreign_key(
        "sessions_device_id_fkey", "sessions", "known_devices", ["device_id"], ["id"], ondelete="SET NULL"
    )
    op.create_index("sessions_device_id_idx", "sessions", ["device_id"])
