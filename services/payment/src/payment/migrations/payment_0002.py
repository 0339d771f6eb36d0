"""Payments, the customers that make them, webhooks, and what the wallet says of orders."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "payment_0002"
down_revision = "payment_0001"
branch_labels = None
depends_on = None

OPEN = "state IN ('created', 'declined', 'processing', 'requires_action', 'unknown')"


def upgrade() -> None:
    _payments()
    _webhooks()
    op.create_table(
        "customers",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("reference", sa.String(100), nullable=False, unique=True),
        sa.Column("preferred", sa.String(100)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closing", sa.Boolean, nullable=False),
    )
    op.create_index("customers_closing_idx", "customers", ["user_id"], postgresql_where=sa.text("closing"))
    op.add_column("orders", sa.Column("hold", sa.String))
    op.add_column("orders", sa.Column("hold_reason", sa.String))
    op.create_check_constraint("hold", "orders", "hold IN ('placed', 'refused', 'released', 'captured')")


def _payments() -> None:
    op.create_table(
        "payments",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("order_id", sa.Uuid),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("refunded", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(50)),
        sa.Column("saved_method", sa.String(100)),
        sa.Column("reference", sa.String(100)),
        sa.Column("charge_reference", sa.String(100)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("refunded BETWEEN 0 AND amount", name="refunded"),
        sa.CheckConstraint("refunded = 0 OR state = 'completed'", name="refunded_of_completed"),
        sa.CheckConstraint(
            "purpose IN ('deposit', 'order') AND (purpose = 'order') = (order_id IS NOT NULL)", name="purpose"
        ),
        sa.CheckConstraint("provider IN ('paypal', 'stripe', 'wallet')", name="provider"),
        sa.CheckConstraint("method IN ('bank_transfer', 'card', 'crypto', 'paypal', 'wallet')", name="method"),
        sa.CheckConstraint(
            "state IN ('cancelled', 'completed', 'created', 'declined', 'processing', 'requires_action', 'unknown')",
            name="state",
        ),
        sa.CheckConstraint(f"({OPEN}) = (ended_at IS NULL)", name="ended"),
        sa.CheckConstraint("due_at IS NULL OR (ended_at IS NULL AND provider <> 'wallet')", name="due"),
    )
    op.create_index("payments_provider_reference_key", "payments", ["provider", "reference"], unique=True)
    op.create_index("payments_provider_charge_reference_idx", "payments", ["provider", "charge_reference"])
    op.create_index("payments_open_order_key", "payments", ["order_id"], unique=True, postgresql_where=sa.text(OPEN))
    some = sa.text("order_id IS NOT NULL")
    op.create_index("payments_order_id_idx", "payments", ["order_id"], postgresql_where=some)
    op.create_index("payments_due_idx", "payments", ["due_at"], postgresql_where=sa.text("due_at IS NOT NULL"))
    op.create_index("payments_user_id_created_at_id_idx", "payments", ["user_id", "created_at", "id"])
    op.create_index("payments_created_at_id_idx", "payments", ["created_at", "id"])


def _webhooks() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("provider", sa.String(10), nullable=False),
        sa.Column("external_id", sa.String(200), nullable=False),
        sa.Column("type", sa.String(200), nullable=False),
        sa.Column("facts", JSONB, nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(10)),
        sa.Column("handled_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("outcome IN ('handled', 'ignored')", name="outcome"),
        sa.CheckConstraint("(outcome IS NULL) = (handled_at IS NULL)", name="handled"),
    )
    op.create_index("webhooks_provider_external_id_key", "webhooks", ["provider", "external_id"], unique=True)
    op.create_index("webhooks_received_at_idx", "webhooks", ["received_at"])
