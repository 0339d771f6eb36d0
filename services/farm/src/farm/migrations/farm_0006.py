"""Imports of animals, their waiting rows and what was wrong with the others."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "farm_0006"
down_revision = "farm_0005"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "livestock_imports",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("requested_by", sa.Uuid, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("dry_run", sa.Boolean, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("refused", sa.Integer, nullable=False),
        sa.Column("already_there", sa.Integer, nullable=False),
        sa.Column("places", JSONB, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("finished_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="livestock_imports_pkey"),
        sa.CheckConstraint(
            "least(total - 1, added, refused, already_there) >= 0", name=op.f("livestock_imports_total_check")
        ),
        sa.CheckConstraint(
            "added + refused + already_there <= total AND "
            "(added + refused + already_there = total) = (finished_at IS NOT NULL)",
            name=op.f("livestock_imports_finished_at_check"),
        ),
    )
    running = sa.text("finished_at IS NULL")
    op.create_index(
        "livestock_imports_running_key",
        "livestock_imports",
        ["requested_by", "digest", "dry_run"],
        unique=True,
        postgresql_where=running,
    )
    op.create_index("livestock_imports_running_idx", "livestock_imports", ["id"], postgresql_where=running)
    op.create_index("livestock_imports_finished_at_idx", "livestock_imports", ["finished_at"])
    op.create_table(
        "livestock_import_rows",
        sa.Column("import_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("cells", JSONB, nullable=False),
        sa.Column("flaws", JSONB, nullable=False),
        sa.PrimaryKeyConstraint("import_id", "number", name="livestock_import_rows_pkey"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["livestock_imports.id"], name="livestock_import_rows_import_id_fkey", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "livestock_import_errors",
        sa.Column("import_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("position", sa.SmallInteger, nullable=False),
        sa.Column("column_name", sa.String(100)),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("import_id", "number", "position", name="livestock_import_errors_pkey"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["livestock_imports.id"], name="livestock_import_errors_import_id_fkey", ondelete="CASCADE"
        ),
    )
