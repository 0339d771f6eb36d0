"""Settlements: what moved at providers, days that were compared, and differences."""

import sqlalchemy as sa
from alembic import op

revision = "payment_0006"
down_revision = "payment_0005"


def upgrade() -> None:
    op.create_table(
        "settlement_movements",
        sa.Column("provider", sa.String, primary_key=True),
        sa.Column("external_id", sa.String, primary_key=True),
        sa.Column("subject", sa.String),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("fee", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("at", "reference"):
        op.create_index(f"settlement_movements_provider_{column}_idx", "settlement_movements", ["provider", column])
    op.create_table(
        "settlement_days",
        sa.Column("provider", sa.String, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("next_run_at", sa.DateTime(timezone=True)),
    )
    waiting = sa.text("next_run_at IS NOT NULL")
    op.create_index("settlement_days_due_idx", "settlement_days", ["next_run_at"], postgresql_where=waiting)
    _settlements()


def _settlements() -> None:
    op.create_table(
        "settlements",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("gross", sa.BigInteger, nullable=False),
        sa.Column("fees", sa.BigInteger, nullable=False),
        sa.Column("net", sa.BigInteger, nullable=False),
        sa.Column("movements", sa.Integer, nullable=False),
        sa.Column("differences", sa.Integer, nullable=False),
        sa.Column("moving", sa.Integer, nullable=False),
        sa.Column("reconciled_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("provider", "day", "currency", name="settlements_provider_day_currency_key"),
        sa.CheckConstraint("net = gross - fees", name="net"),
    )
    op.create_index("settlements_day_id_idx", "settlements", ["day", "id"])
    op.create_table(
        "settlement_differences",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("settlement_id", sa.Uuid, sa.ForeignKey("settlements.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("our_id", sa.Uuid),
        sa.Column("our_state", sa.String),
        sa.Column("expected", sa.BigInteger, nullable=False),
        sa.Column("found", sa.BigInteger, nullable=False),
        sa.CheckConstraint("kind IN ('missing_here', 'missing_there', 'amount', 'state')", name="kind"),
        sa.CheckConstraint("(kind = 'missing_here') = (our_id IS NULL)", name="our_id"),
    )
    op.create_index("settlement_differences_settlement_id_id_idx", "settlement_differences", ["settlement_id", "id"])
