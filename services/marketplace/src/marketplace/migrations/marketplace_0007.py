"""Orders from the wallet reserve nothing until the price is held; what a listing asks for never changes."""

import sqlalchemy as sa
from alembic import op

revision = "marketplace_0007"
down_revision = "marketplace_0005"
branch_labels = None
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)
_LIVE = sa.text("state IN ('pending', 'confirmed', 'fulfilled')")
_RESERVED = sa.text("state IN ('confirmed', 'fulfilled') OR (state = 'pending' AND pay_with = 'payment')")


def upgrade() -> None:
    op.add_column("orders", sa.Column("confirmed_at", _TIME))
    op.create_index("orders_reserved_key", "orders", ["livestock_id"], unique=True, postgresql_where=_RESERVED)
    op.create_index(
        "orders_pending_key",
        "orders",
        ["buyer_id", "livestock_id"],
        unique=True,
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.drop_index("orders_live_key", "orders")
    op.create_index("orders_seller_id_idx", "orders", ["seller_id"], postgresql_where=_LIVE)
    op.create_index(
        "orders_ended_idx", "orders", ["buyer_id", "ended_at"], postgresql_where=sa.text("ended_at IS NOT NULL")
    )
    _fix_the_terms_of_listings()


def _fix_the_terms_of_listings() -> None:
    # The default stays while code runs that does not know the column.
    points = sa.Column("fee_basis_points", sa.Integer, nullable=False, server_default=sa.text("250"))
    op.add_column("listings", points)
    op.create_check_constraint(
        op.f("listings_fee_basis_points_check"), "listings", "fee_basis_points BETWEEN 0 AND 10000"
    )
    op.execute("""
        CREATE FUNCTION refuse_other_terms() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the terms of a listing never change' USING ERRCODE = 'restrict_violation';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER listings_terms_unchanged BEFORE UPDATE ON listings FOR EACH ROW
        WHEN ((OLD.livestock_id, OLD.seller_id, OLD.price, OLD.currency, OLD.fee_basis_points)
            IS DISTINCT FROM (NEW.livestock_id, NEW.seller_id, NEW.price, NEW.currency, NEW.fee_basis_points))
        EXECUTE FUNCTION refuse_other_terms()
    """)
