"""Types, breeds, farms, livestock, and whose each animal is."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0001"
down_revision = None
branch_labels = ("farm",)
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _catalog()
    _livestock()
    _ownership()


def _catalog() -> None:
    op.create_table(
        "livestock_types",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("description", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="livestock_types_pkey"),
    )
    op.create_index("livestock_types_name_key", "livestock_types", [sa.text("lower(name)")], unique=True)
    op.create_table(
        "livestock_breeds",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_type_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("description", sa.Text),
        sa.Column("typical_weight_kg", sa.Numeric(6, 2)),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="livestock_breeds_pkey"),
        sa.ForeignKeyConstraint(
            ["livestock_type_id"], ["livestock_types.id"], name="livestock_breeds_livestock_type_id_fkey"
        ),
        sa.CheckConstraint(
            "typical_weight_kg BETWEEN 0.1 AND 5000", name=op.f("livestock_breeds_typical_weight_kg_check")
        ),
    )
    op.create_index(
        "livestock_breeds_name_key",
        "livestock_breeds",
        ["livestock_type_id", sa.text("lower(name)")],
        unique=True,
    )
    op.create_index("livestock_breeds_livestock_type_id_id_idx", "livestock_breeds", ["livestock_type_id", "id"])
    op.execute("""
        CREATE TABLE farms (
            id uuid NOT NULL,
            name varchar(200) NOT NULL,
            address text,
            latitude double precision NOT NULL,
            longitude double precision NOT NULL,
            location geography(Point,4326) NOT NULL GENERATED ALWAYS AS (
                (st_setsrid(st_makepoint(longitude, latitude), 4326))::geography
            ) STORED,
            capacity integer NOT NULL,
            current_occupancy integer NOT NULL,
            created_at timestamptz NOT NULL,
            CONSTRAINT farms_pkey PRIMARY KEY (id),
            CONSTRAINT farms_latitude_check CHECK (latitude BETWEEN -90 AND 90),
            CONSTRAINT farms_longitude_check CHECK (longitude BETWEEN -180 AND 180),
            CONSTRAINT farms_current_occupancy_check CHECK (current_occupancy BETWEEN 0 AND capacity)
        )
    """)
    op.create_index("farms_name_key", "farms", [sa.text("lower(name)")], unique=True)


def _livestock() -> None:
    op.create_table(
        "livestock",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("farm_id", sa.Uuid, nullable=False),
        sa.Column("breed_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("tag_number", sa.String(50), nullable=False),
        sa.Column("unique_id_card", sa.String(100), nullable=False),
        sa.Column("sex", sa.String(6), nullable=False),
        sa.Column("date_of_birth", sa.Date),
        sa.Column("weight_kg", sa.Numeric(6, 2), nullable=False),
        sa.Column("price_per_kg_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("registered_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="livestock_pkey"),
        sa.ForeignKeyConstraint(["farm_id"], ["farms.id"], name="livestock_farm_id_fkey"),
        sa.ForeignKeyConstraint(["breed_id"], ["livestock_breeds.id"], name="livestock_breed_id_fkey"),
        sa.UniqueConstraint("tag_number", name="livestock_tag_number_key"),
        sa.UniqueConstraint("unique_id_card", name="livestock_unique_id_card_key"),
        sa.CheckConstraint(
            "status IN ('available', 'assigned', 'withdrawn', 'deceased')", name=op.f("livestock_status_check")
        ),
        sa.CheckConstraint("status <> 'available' OR owner_id IS NULL", name=op.f("livestock_available_unowned_check")),
        sa.CheckConstraint("status <> 'assigned' OR owner_id IS NOT NULL", name=op.f("livestock_assigned_owned_check")),
        sa.CheckConstraint("sex IN ('male', 'female')", name=op.f("livestock_sex_check")),
        sa.CheckConstraint("weight_kg BETWEEN 0.1 AND 5000", name=op.f("livestock_weight_kg_check")),
        sa.CheckConstraint("price_per_kg_minor > 0", name=op.f("livestock_price_per_kg_minor_check")),
    )
    op.create_index("livestock_owner_id_id_idx", "livestock", ["owner_id", "id"])
    op.create_index(
        "livestock_available_idx",
        "livestock",
        ["farm_id", "id"],
        postgresql_where=sa.text("status = 'available'"),
    )


def _ownership() -> None:
    op.create_table(
        "ownership_transfers",
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reasons", sa.ARRAY(sa.Text), nullable=False),
        sa.Column("decided_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("order_id", name="ownership_transfers_pkey"),
        sa.CheckConstraint(
            "CASE outcome WHEN 'transferred' THEN cardinality(reasons) = 0 "
            "WHEN 'refused' THEN cardinality(reasons) > 0 ELSE false END",
            name=op.f("ownership_transfers_outcome_check"),
        ),
    )
    op.create_table(
        "ownership_history",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("started_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("order_id", sa.Uuid),
        sa.Column("price_minor", sa.BigInteger),
        sa.Column("currency", sa.CHAR(3)),
        sa.PrimaryKeyConstraint("id", name="ownership_history_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="ownership_history_livestock_id_fkey"),
        sa.ForeignKeyConstraint(["order_id"], ["ownership_transfers.order_id"], name="ownership_history_order_id_fkey"),
        sa.UniqueConstraint("order_id", name="ownership_history_order_id_key"),
        sa.CheckConstraint("ended_at > started_at", name=op.f("ownership_history_ended_at_check")),
        sa.CheckConstraint("price_minor >= 0", name=op.f("ownership_history_price_minor_check")),
        sa.CheckConstraint(
            "CASE reason WHEN 'registered' THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0 "
            "WHEN 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0 ELSE false END",
            name=op.f("ownership_history_reason_check"),
        ),
    )
    op.execute("""
        ALTER TABLE ownership_history ADD CONSTRAINT ownership_history_no_overlap
        EXCLUDE USING gist (livestock_id WITH =, tstzrange(started_at, ended_at) WITH &&)
    """)
    op.create_index(
        "ownership_history_current_idx",
        "ownership_history",
        ["livestock_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ownership_history_livestock_id_started_at_id_idx",
        "ownership_history",
        ["livestock_id", "started_at", "id"],
    )
