"""Names, tags and cards are compared as people read them; what was entered in the field is known by the phone's id."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0009"
down_revision = "farm_0008"
branch_labels = None
depends_on = None

_NAMED = {"livestock_types": [], "livestock_breeds": ["livestock_type_id"], "farms": [], "medicines": []}


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table, within in _NAMED.items():
        _names(table, within)
    _marks("tag_number", "tag_key")
    _marks("unique_id_card", "id_card_key")
    op.create_table(
        "field_entries",
        sa.Column("recorded_by", sa.Uuid, nullable=False),
        sa.Column("client_id", sa.Uuid, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("record_id", sa.Uuid),
        sa.PrimaryKeyConstraint("recorded_by", "client_id", name="field_entries_pkey"),
    )


def _names(table: str, within: list[str]) -> None:
    """What was there is compared by its letters in lower case until it is written again."""
    op.add_column(table, sa.Column("name_key", sa.Text))
    op.execute(f"UPDATE {table} SET name_key = lower(name)")
    op.alter_column(table, "name_key", nullable=False)
    op.drop_index(f"{table}_name_key", table)
    where = sa.text("retired_at IS NULL") if table == "medicines" else None
    op.create_index(f"{table}_name_key", table, [*within, "name_key"], unique=True, postgresql_where=where)


def _marks(column: str, key: str) -> None:
    op.drop_constraint(f"livestock_{column}_key", "livestock")
    comparable = f"upper(translate(({column})::text, ' ._:/-'::text, ''::text))"
    op.add_column("livestock", sa.Column(key, sa.Text, sa.Computed(comparable, persisted=True), nullable=False))
    op.create_unique_constraint(f"livestock_{key}_key", "livestock", [key])
