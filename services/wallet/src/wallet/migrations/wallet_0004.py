"""Money in and out: accounts for providers and disputes, holds for any purpose, each posting once for its reference."""

import sqlalchemy as sa
from alembic import op

from wallet.models import platform_accounts

revision = "wallet_0004"
down_revision = "wallet_0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _open_accounts()
    _name_kinds_of_transfers()
    _give_holds_a_purpose()
    _keep_deposits()
    _keep_disputes()
    _keep_withdrawals()
    _keep_standings()
    _keep_handles()


def _open_accounts() -> None:
    op.drop_constraint("kind", "accounts", type_="check")
    op.create_check_constraint(
        "kind",
        "accounts",
        "(owner_id IS NULL) = (kind IN ('external', 'revenue', 'sales', 'stripe', 'paypal', 'disputes', 'losses')) "
        "AND (owner_id IS NOT NULL) = (kind IN ('available', 'held'))",
    )
    accounts = sa.table(
        "accounts",
        sa.column("id", sa.Uuid),
        sa.column("kind"),
        sa.column("currency"),
        sa.column("created_at", _TIME),
    )
    opened = platform_accounts(("stripe", "paypal", "disputes", "losses"))
    op.execute(sa.insert(accounts).values([{**account, "created_at": sa.func.now()} for account in opened]))


def _name_kinds_of_transfers() -> None:
    op.drop_constraint("kind", "transfers", type_="check")
    op.create_check_constraint(
        "kind",
        "transfers",
        "kind IN ('credit', 'transfer', 'hold', 'capture', 'release', 'deposit', 'withdrawal', 'refund', "
        "'dispute', 'dispute_won', 'dispute_lost', 'feeding', 'care', 'reward')",
    )
    op.drop_index("transfers_reference_idx", "transfers")
    op.create_index(
        "transfers_reference_id_kind_key",
        "transfers",
        ["reference_id", "kind"],
        unique=True,
        postgresql_where=sa.text("reference_id IS NOT NULL"),
    )


def _give_holds_a_purpose() -> None:
    op.add_column("holds", sa.Column("purpose", sa.String, nullable=False, server_default="order"))
    op.add_column("holds", sa.Column("reference_id", sa.Uuid))
    op.execute("UPDATE holds SET reference_id = order_id")
    op.alter_column("holds", "reference_id", nullable=False)
    op.alter_column("holds", "order_id", nullable=True)
    op.alter_column("holds", "expires_at", nullable=True)
    op.create_unique_constraint("holds_purpose_reference_id_key", "holds", ["purpose", "reference_id"])
    op.create_check_constraint("purpose", "holds", "purpose IN ('order', 'refund', 'withdrawal', 'dispute')")
    op.create_check_constraint("expires", "holds", "(purpose = 'order') = (expires_at IS NOT NULL)")
    _let_former_code_hold()


def _let_former_code_hold() -> None:
    """Code of the former version still runs, and knows holds by their orders; a later migration drops this."""
    op.execute("""
        CREATE FUNCTION name_hold_as_before() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.reference_id := coalesce(NEW.reference_id, NEW.order_id);
            NEW.order_id := CASE NEW.purpose WHEN 'order' THEN NEW.reference_id END;
            RETURN NEW;
        END $$
    """)
    op.execute("""
        CREATE TRIGGER holds_named_as_before BEFORE INSERT ON holds
        FOR EACH ROW EXECUTE FUNCTION name_hold_as_before()
    """)


def _keep_deposits() -> None:
    op.create_table(
        "deposits",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint("state IN ('requested', 'failed', 'completed')", name="state"),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("method IN ('card', 'bank_transfer', 'crypto', 'paypal')", name="method"),
    )
    op.create_index("deposits_user_id_id_idx", "deposits", ["user_id", "id"])


def _keep_disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("payment_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("opened_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint("state IN ('opened', 'won', 'lost')", name="state"),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("provider IN ('stripe', 'paypal')", name="provider"),
    )


def _keep_withdrawals() -> None:
    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("note", sa.String),
        sa.Column("reason", sa.String),
        sa.Column("requested_at", _TIME, nullable=False),
        sa.Column("approvals_needed", sa.SmallInteger, nullable=False),
        sa.Column("first_approved_by", sa.Uuid),
        sa.Column("decided_by", sa.Uuid),
        sa.Column("decided_at", _TIME),
        sa.Column("ended_at", _TIME),
        sa.CheckConstraint(
            "state IN ('requested', 'approved_once', 'approved', 'rejected', 'cancelled', 'completed', 'failed')",
            name="state",
        ),
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.CheckConstraint("method IN ('bank_transfer', 'paypal')", name="method"),
        sa.CheckConstraint("first_approved_by <> decided_by", name="four_eyes"),
        sa.CheckConstraint("user_id <> first_approved_by AND user_id <> decided_by", name="not_ones_own"),
        sa.CheckConstraint("approvals_needed IN (1, 2)", name="approvals_needed"),
        sa.CheckConstraint(
            "first_approved_by IS NOT NULL OR NOT (state = 'approved_once' "
            "OR (approvals_needed = 2 AND state IN ('approved', 'completed', 'failed')))",
            name="approved_once",
        ),
        sa.CheckConstraint(
            "(state IN ('approved', 'rejected', 'completed', 'failed')) = (decided_by IS NOT NULL)", name="decided"
        ),
        sa.CheckConstraint(
            "(state IN ('requested', 'approved_once', 'approved')) = (ended_at IS NULL) "
            "AND (state NOT IN ('requested', 'approved_once', 'approved') OR sealed IS NOT NULL)",
            name="ended",
        ),
    )
    op.create_index("withdrawals_user_id_id_idx", "withdrawals", ["user_id", "id"])
    op.create_index("withdrawals_state_id_idx", "withdrawals", ["state", "id"])


def _keep_standings() -> None:
    op.create_table(
        "standings",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("kyc_status", sa.String, nullable=False, server_default="not_submitted"),
        sa.Column("kyc_version", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("credentials_changed_at", _TIME),
        sa.Column("deleted", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.CheckConstraint("kyc_status IN ('not_submitted', 'pending', 'approved', 'rejected')", name="kyc_status"),
    )


def _keep_handles() -> None:
    op.create_table(
        "handles",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("email_digest", sa.String),
        sa.Column("username_digest", sa.String),
    )
    for kind in ("email", "username"):
        op.create_index(f"handles_{kind}_digest_idx", "handles", [f"{kind}_digest"])
    op.create_table(
        "misses",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.CheckConstraint("count >= 0", name="count"),
    )
