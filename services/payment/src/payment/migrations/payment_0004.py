"""Invoices: their series, themselves, their documents; and billing details."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "payment_0004"
down_revision = "payment_0003"


def upgrade() -> None:
    op.create_table(
        "invoice_series",
        sa.Column("entity", sa.String, primary_key=True),
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.CheckConstraint("last >= 1", name="last"),
    )
    _invoices()
    op.create_table(
        "invoice_documents",
        sa.Column("id", sa.Uuid, sa.ForeignKey("invoices.id"), primary_key=True),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("stored_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("(due_at IS NULL) = (stored_at IS NOT NULL)", name="due"),
    )
    waiting = sa.text("due_at IS NOT NULL")
    op.create_index("invoice_documents_due_idx", "invoice_documents", ["due_at"], postgresql_where=waiting)
    op.create_table(
        "billing_details",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("(sealed IS NULL) = (erased_at IS NOT NULL)", name="erased"),
    )


def _invoices() -> None:
    op.create_table(
        "invoices",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("net", sa.BigInteger, nullable=False),
        sa.Column("tax", sa.BigInteger, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.Column("tax_basis_points", sa.Integer, nullable=False),
        sa.Column("content", JSONB, nullable=False),
        sa.Column("recipient", sa.LargeBinary),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('purchase', 'fee')", name="kind"),
        sa.CheckConstraint("net >= 0 AND tax >= 0 AND total > 0 AND net + tax = total", name="amounts"),
        sa.CheckConstraint("sequence >= 1", name="sequence"),
        sa.UniqueConstraint("entity", "year", "sequence", name="invoices_entity_year_sequence_key"),
        sa.UniqueConstraint("order_id", "kind", name="invoices_order_id_kind_key"),
    )
    for column in ("user_id", "year", "entity"):
        op.create_index(f"invoices_{column}_id_idx", "invoices", [column, "id"])
    op.execute("""
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)
