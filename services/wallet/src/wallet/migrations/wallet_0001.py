"""The ledger: accounts, transfers, entries, holds."""

import sqlalchemy as sa
from alembic import op

from wallet.models import platform_accounts

revision = "wallet_0001"
down_revision = None
branch_labels = ("wallet",)
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("balance", sa.BigInteger),
        sa.Column("created_at", _TIME, nullable=False),
        sa.UniqueConstraint("owner_id", "kind", "currency", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("balance >= 0", name="balance"),
        sa.CheckConstraint("balance < 1000000000000000", name="limit"),
        sa.CheckConstraint("(owner_id IS NULL) = (balance IS NULL)", name="platform"),
        sa.CheckConstraint(
            "(owner_id IS NULL) = (kind IN ('external', 'revenue', 'sales')) AND "
            "(owner_id IS NOT NULL) = (kind IN ('available', 'held'))",
            name="kind",
        ),
        postgresql_with={"fillfactor": "50"},
    )
    op.create_table(
        "transfers",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("reference_id", sa.Uuid),
        sa.Column("initiated_by", sa.Uuid),
        sa.Column("description", sa.String, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.CheckConstraint("kind IN ('credit', 'transfer', 'hold', 'capture', 'release')", name="kind"),
    )
    op.create_index(
        "transfers_reference_idx",
        "transfers",
        ["reference_id"],
        postgresql_where=sa.text("reference_id IS NOT NULL"),
    )
    op.create_table(
        "entries",
        sa.Column("transfer_id", sa.Uuid, sa.ForeignKey("transfers.id"), primary_key=True),
        sa.Column("account_id", sa.Uuid, sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("balance_after", sa.BigInteger),
        sa.CheckConstraint("amount <> 0", name="amount"),
    )
    op.create_index("entries_account_id_transfer_id_idx", "entries", ["account_id", "transfer_id"])
    op.create_table(
        "holds",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("order_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("captured", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint("state IN ('placed', 'captured', 'released', 'expired', 'refused')", name="state"),
        sa.CheckConstraint("amount > 0 AND captured >= 0 AND captured <= amount", name="amount"),
        sa.CheckConstraint("(state = 'captured') = (captured > 0)", name="captured"),
    )
    for name, column in (("holds_expires_at_idx", "expires_at"), ("holds_user_id_idx", "user_id")):
        op.create_index(name, "holds", [column], postgresql_where=sa.text("state = 'placed'"))
    _guard_the_ledger()
    _open_platform_accounts()


def _guard_the_ledger() -> None:
    """Entries that do not balance are refused, and what was posted cannot be changed."""
    op.execute("""
        CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM posted GROUP BY transfer_id HAVING sum(amount) <> 0) THEN
                RAISE EXCEPTION 'entries of a transfer must sum to zero' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'entries_balanced';
            END IF;
            RETURN NULL;
        END $$
    """)
    op.execute("""
        CREATE TRIGGER entries_balanced AFTER INSERT ON entries REFERENCING NEW TABLE AS posted
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced()
    """)
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    for table in ("entries", "transfers"):
        op.execute(f"""
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """)


def _open_platform_accounts() -> None:
    accounts = sa.table(
        "accounts",
        sa.column("id", sa.Uuid),
        sa.column("kind"),
        sa.column("currency"),
        sa.column("created_at", _TIME),
    )
    opened = platform_accounts(("external", "revenue", "sales"))
    op.execute(sa.insert(accounts).values([{**account, "created_at": sa.func.now()} for account in opened]))
