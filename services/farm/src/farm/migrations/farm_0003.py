"""A catalogue that changes, staff, EIDs and parents, weights and prices over time, and indexes for every list."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "farm_0003"
down_revision = "farm_0002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_VALUE = """(round(weight_kg * price_per_kg_minor::numeric) -
CASE
    WHEN mod(weight_kg * price_per_kg_minor::numeric, 2::numeric) = 0.5 THEN 1
    ELSE 0
END::numeric)::bigint"""


def upgrade() -> None:
    _catalogue()
    _staff()
    _livestock()
    _lists()
    _weights()
    _prices()


def _add(table: str, name: str, kind: sa.types.TypeEngine[Any], default: str) -> None:
    """A column that rows of before get a value for, and that new ones must name."""
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=sa.text(default)))
    op.alter_column(table, name, server_default=None)


def _catalogue() -> None:
    op.add_column("livestock_types", sa.Column("icon_url", sa.String(500)))
    op.create_check_constraint(op.f("livestock_types_icon_url_check"), "livestock_types", "icon_url LIKE 'https://%'")
    _add("livestock_types", "is_active", sa.Boolean(), "true")
    _add("livestock_breeds", "is_active", sa.Boolean(), "true")
    for table, column, kind, empty in [
        ("livestock_breeds", "characteristics", "object", "'{}'"),
        ("farms", "facilities", "array", "'[]'"),
        ("farms", "certifications", "array", "'[]'"),
    ]:
        _add(table, column, JSONB(), empty)
        op.create_check_constraint(op.f(f"{table}_{column}_check"), table, f"jsonb_typeof({column}) = '{kind}'")
    op.create_unique_constraint(
        "livestock_breeds_id_livestock_type_id_key", "livestock_breeds", ["id", "livestock_type_id"]
    )
    op.create_index("farms_location_idx", "farms", ["location"], postgresql_using="gist")
    op.create_index("farms_latitude_longitude_idx", "farms", ["latitude", "longitude"])


def _staff() -> None:
    op.create_table(
        "farm_staff",
        sa.Column("farm_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("farm_id", "user_id", name="farm_staff_pkey"),
        sa.ForeignKeyConstraint(["farm_id"], ["farms.id"], name="farm_staff_farm_id_fkey"),
    )
    op.create_index("farm_staff_user_id_idx", "farm_staff", ["user_id"])


def _livestock() -> None:
    op.add_column("livestock", sa.Column("livestock_type_id", sa.Uuid))
    op.execute(
        "UPDATE livestock SET livestock_type_id = b.livestock_type_id FROM livestock_breeds b WHERE b.id = breed_id"
    )
    op.alter_column("livestock", "livestock_type_id", nullable=False)
    op.drop_constraint("livestock_breed_id_fkey", "livestock")
    op.create_foreign_key(
        "livestock_breed_id_livestock_type_id_fkey",
        "livestock",
        "livestock_breeds",
        ["breed_id", "livestock_type_id"],
        ["id", "livestock_type_id"],
    )
    op.add_column("livestock", sa.Column("eid", sa.String(15)))
    op.create_unique_constraint("livestock_eid_key", "livestock", ["eid"])
    for parent in ("genetic_dam_id", "sire_id", "birth_dam_id"):
        op.add_column("livestock", sa.Column(parent, sa.Uuid))
        op.create_foreign_key(f"livestock_{parent}_fkey", "livestock", "livestock", [parent], ["id"])
        op.create_index(
            f"livestock_{parent}_idx", "livestock", [parent], postgresql_where=sa.text(f"{parent} IS NOT NULL")
        )
    for name, rule in [
        ("eid", "eid ~ '^[0-9]{15}$' AND eid < '999'"),
        ("date_of_birth", "date_of_birth <= (registered_at AT TIME ZONE 'UTC')::date"),
        ("parents", "id <> ALL (ARRAY[genetic_dam_id, sire_id, birth_dam_id])"),
    ]:
        op.create_check_constraint(op.f(f"livestock_{name}_check"), "livestock", rule)
    op.add_column("livestock", sa.Column("value_minor", sa.BigInteger, sa.Computed(_VALUE, persisted=True)))
    op.alter_column("livestock", "value_minor", nullable=False)


def _lists() -> None:
    op.drop_index("livestock_available_idx", "livestock")
    for name, columns in [
        ("newest", ["status", "id"]),
        ("price", ["status", "currency", "price_per_kg_minor", "id"]),
        ("value", ["status", "currency", "value_minor", "id"]),
        ("weight", ["status", "weight_kg", "id"]),
        ("birth", ["status", "date_of_birth", "id"]),
        ("type", ["livestock_type_id", "status", "id"]),
        ("breed", ["breed_id", "status", "id"]),
        ("farm", ["farm_id", "status", "id"]),
    ]:
        op.create_index(f"livestock_{name}_idx", "livestock", columns)


def _weights() -> None:
    op.create_table(
        "livestock_weights",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("weight_kg", sa.Numeric(6, 2), nullable=False),
        sa.Column("measured_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("recorded_by", sa.Uuid),
        sa.Column("supersedes_id", sa.Uuid),
        sa.Column("reason", sa.String(200)),
        sa.Column("superseded_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="livestock_weights_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="livestock_weights_livestock_id_fkey"),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["livestock_weights.id"], name="livestock_weights_supersedes_id_fkey"
        ),
        sa.UniqueConstraint("supersedes_id", name="livestock_weights_supersedes_id_key"),
        sa.CheckConstraint("weight_kg BETWEEN 0.1 AND 5000", name=op.f("livestock_weights_weight_kg_check")),
        sa.CheckConstraint("measured_at <= recorded_at", name=op.f("livestock_weights_measured_at_check")),
        sa.CheckConstraint("(supersedes_id IS NULL) = (reason IS NULL)", name=op.f("livestock_weights_reason_check")),
    )
    op.create_index(
        "livestock_weights_standing_key",
        "livestock_weights",
        ["livestock_id", "measured_at"],
        unique=True,
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_index(
        "livestock_weights_livestock_id_measured_at_id_idx", "livestock_weights", ["livestock_id", "measured_at", "id"]
    )
    op.execute(
        "INSERT INTO livestock_weights (id, livestock_id, weight_kg, measured_at, recorded_at) "
        "SELECT gen_random_uuid(), id, weight_kg, registered_at, registered_at FROM livestock"
    )


def _prices() -> None:
    op.create_table(
        "livestock_prices",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("price_per_kg_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("set_by", sa.Uuid),
        sa.Column("reason", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="livestock_prices_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="livestock_prices_livestock_id_fkey"),
        sa.CheckConstraint("price_per_kg_minor > 0", name=op.f("livestock_prices_price_per_kg_minor_check")),
        sa.CheckConstraint("(set_by IS NULL) = (reason IS NULL)", name=op.f("livestock_prices_reason_check")),
    )
    op.create_index("livestock_prices_livestock_id_since_id_idx", "livestock_prices", ["livestock_id", "since", "id"])
    op.execute(
        "INSERT INTO livestock_prices (id, livestock_id, price_per_kg_minor, currency, since) "
        "SELECT gen_random_uuid(), id, price_per_kg_minor, currency, registered_at FROM livestock"
    )
