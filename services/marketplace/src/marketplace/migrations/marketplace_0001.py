"""Animals as the farm tells of them, listings, orders."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0001"
down_revision = None
branch_labels = ("marketplace",)
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)
_LIVE_LISTING = sa.text("state IN ('active', 'reserved')")
_LIVE_ORDER = sa.text("state IN ('pending', 'confirmed', 'fulfilled')")


def upgrade() -> None:
    op.create_table(
        "animals",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("farm_name", sa.String),
        sa.Column("type_name", sa.String),
        sa.Column("breed_name", sa.String),
        sa.Column("tag_number", sa.String),
        sa.Column("sex", sa.String),
        sa.Column("weight_kg", sa.Numeric(8, 2)),
    )
    op.create_table(
        "listings",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("livestock_id", sa.Uuid, sa.ForeignKey("animals.id"), nullable=False),
        sa.Column("seller_id", sa.Uuid),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("description", sa.String, nullable=False),
        sa.Column("price", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint("state IN ('active', 'reserved', 'sold', 'removed')", name="state"),
        sa.CheckConstraint("price > 0", name="price"),
    )
    op.create_index("listings_live_key", "listings", ["livestock_id"], unique=True, postgresql_where=_LIVE_LISTING)
    op.create_index(
        "listings_active_idx",
        "listings",
        ["currency", "created_at", "id"],
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index("listings_livestock_id_idx", "listings", ["livestock_id", "created_at"])
    op.create_index("listings_seller_id_idx", "listings", ["seller_id", "created_at", "id"])
    op.create_table(
        "orders",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("listing_id", sa.Uuid, sa.ForeignKey("listings.id"), nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("buyer_id", sa.Uuid, nullable=False),
        sa.Column("seller_id", sa.Uuid),
        sa.Column("price", sa.BigInteger, nullable=False),
        sa.Column("fee", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("deadline", _TIME, nullable=False),
        sa.Column("placed_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint("state IN ('pending', 'confirmed', 'fulfilled', 'completed', 'cancelled')", name="state"),
        sa.CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
        sa.CheckConstraint("price > 0 AND fee >= 0 AND fee <= price", name="price"),
    )
    op.create_index("orders_live_key", "orders", ["livestock_id"], unique=True, postgresql_where=_LIVE_ORDER)
    op.create_index("orders_deadline_idx", "orders", ["deadline"], postgresql_where=_LIVE_ORDER)
    op.create_index("orders_buyer_id_idx", "orders", ["buyer_id", "placed_at", "id"])
    op.create_index("orders_placed_at_idx", "orders", ["placed_at", "id"])
