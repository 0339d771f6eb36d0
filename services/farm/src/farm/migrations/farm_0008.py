"""Animals that return to the platform when the payment for them is lost."""

from alembic import op

revision = "farm_0008"
down_revision = "farm_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_constraint(op.f("livestock_movements_farms_check"), "livestock_movements")
    op.create_check_constraint(
        op.f("livestock_movements_farms_check"),
        "livestock_movements",
        "CASE WHEN kind IN ('bought_in', 'born', 'corrected') THEN from_farm_id IS NULL AND to_farm_id IS NOT NULL "
        "WHEN kind = 'moved' THEN from_farm_id <> to_farm_id "
        "WHEN kind IN ('sold', 'reclaimed') THEN from_farm_id = to_farm_id "
        "WHEN kind IN ('withdrawn', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL "
        "ELSE false END IS TRUE",
    )
    op.drop_constraint(op.f("ownership_history_reason_check"), "ownership_history")
    op.create_check_constraint(
        op.f("ownership_history_reason_check"),
        "ownership_history",
        "CASE WHEN reason IN ('registered', 'reclaimed') "
        "THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0 "
        "WHEN reason = 'born' THEN num_nonnulls(order_id, price_minor, currency) = 0 "
        "WHEN reason = 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0 ELSE false END",
    )
