"""Photos of animals, what is still to be announced in farms, and who added to the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0007"
down_revision = "farm_0006"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "livestock_photos",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("media_type", sa.String(20), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("is_cover", sa.Boolean, nullable=False),
        sa.Column("added_by", sa.Uuid, nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("remove_after", _TIME),
        sa.PrimaryKeyConstraint("id", name="livestock_photos_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="livestock_photos_livestock_id_fkey"),
        sa.CheckConstraint("media_type IN ('image/jpeg', 'image/png')", name=op.f("livestock_photos_media_type_check")),
        sa.CheckConstraint("size BETWEEN 1 AND 10485760", name=op.f("livestock_photos_size_check")),
        sa.CheckConstraint("NOT is_cover OR remove_after IS NULL", name=op.f("livestock_photos_is_cover_check")),
    )
    op.create_index(
        "livestock_photos_cover_key",
        "livestock_photos",
        ["livestock_id"],
        unique=True,
        postgresql_where=sa.text("is_cover"),
    )
    op.create_index("livestock_photos_livestock_id_id_idx", "livestock_photos", ["livestock_id", "id"])
    op.create_index(
        "livestock_photos_remove_after_idx",
        "livestock_photos",
        ["remove_after"],
        postgresql_where=sa.text("remove_after IS NOT NULL"),
    )
    op.create_table(
        "farm_announcements",
        sa.Column("farm_id", sa.Uuid, nullable=False),
        sa.Column("told_to", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("farm_id", name="farm_announcements_pkey"),
        sa.ForeignKeyConstraint(["farm_id"], ["farms.id"], name="farm_announcements_farm_id_fkey"),
    )
    for table in ("livestock_types", "livestock_breeds"):
        op.add_column(table, sa.Column("created_by", sa.Uuid))
