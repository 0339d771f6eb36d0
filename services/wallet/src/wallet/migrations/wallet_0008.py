"""Claims: what users owe is taken as soon as they have something; proceeds that wait; what providers charge."""

import sqlalchemy as sa
from alembic import op

from wallet.models import platform_accounts

revision = "wallet_0008"
down_revision = "wallet_0007"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _name_kinds()
    _open_accounts()
    _keep_claims()
    _claim_first()
    _tell_disputes_apart()
    _let_withdrawals_return()
    _keep_proceeds()
    op.create_table(
        "settlement_fees",
        sa.Column("settlement_id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("fees", sa.BigInteger, nullable=False),
    )


def _name_kinds() -> None:
    op.drop_constraint("kind", "transfers", type_="check")
    op.create_check_constraint(
        "kind",
        "transfers",
        "kind IN ('credit', 'transfer', 'hold', 'capture', 'release', 'deposit', 'withdrawal', 'refund', "
        "'dispute', 'dispute_won', 'dispute_lost', 'dispute_settled', 'claim_returned', 'claim', "
        "'refund_outside', 'refund_returned', 'withdrawal_returned', 'proceeds_kept', "
        "'fees', 'feeding', 'care', 'reward', 'correction', 'insurance', 'animal_withdrawal')",
    )
    op.drop_constraint("purpose", "holds", type_="check")
    op.create_check_constraint(
        "purpose", "holds", "purpose IN ('order', 'refund', 'withdrawal', 'dispute', 'proceeds')"
    )


def _open_accounts() -> None:
    op.drop_constraint("kind", "accounts", type_="check")
    op.create_check_constraint(
        "kind",
        "accounts",
        "(owner_id IS NULL) = (kind IN ('external', 'revenue', 'sales', 'stripe', 'paypal', 'disputes', 'losses', "
        "'fees')) AND (owner_id IS NOT NULL) = (kind IN ('available', 'held'))",
    )
    accounts = sa.table(
        "accounts",
        sa.column("id", sa.Uuid),
        sa.column("kind"),
        sa.column("currency"),
        sa.column("created_at", _TIME),
    )
    opened = platform_accounts(("fees",))
    op.execute(sa.insert(accounts).values([{**account, "created_at": sa.func.now()} for account in opened]))


def _keep_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("taken", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.CheckConstraint("state IN ('freezing', 'collecting', 'closed')", name="state"),
        sa.CheckConstraint("amount >= 0 AND taken BETWEEN 0 AND amount", name="amount"),
    )
    op.create_index(
        "claims_open_idx",
        "claims",
        ["user_id", "currency", "id"],
        postgresql_where=sa.text("state <> 'closed' AND taken < amount"),
    )


def _claim_first() -> None:
    """Whichever statement makes something available to somebody who owes, the transaction has to take it."""
    op.add_column("accounts", sa.Column("claimed", sa.BigInteger, nullable=False, server_default="0"))
    op.create_check_constraint("claimed", "accounts", "claimed >= 0 AND (claimed = 0 OR kind = 'available')")
    op.execute("""
        CREATE FUNCTION refuse_what_is_claimed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM accounts WHERE id = NEW.id AND claimed > 0 AND balance > 0) THEN
                RAISE EXCEPTION 'what is claimed is not available' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'accounts_claimed_first';
            END IF;
            RETURN NULL;
        END $$
    """)
    op.execute("""
        CREATE CONSTRAINT TRIGGER accounts_claimed_first AFTER UPDATE OF balance, claimed ON accounts
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.claimed > 0 AND NEW.balance > 0)
        EXECUTE FUNCTION refuse_what_is_claimed()
    """)


def _tell_disputes_apart() -> None:
    op.add_column("disputes", sa.Column("charged_back", sa.BigInteger))
    op.add_column("disputes", sa.Column("charged_back_currency", sa.String))
    op.execute("UPDATE disputes SET charged_back = amount, charged_back_currency = currency")
    for column in ("charged_back", "charged_back_currency"):
        op.alter_column("disputes", column, nullable=False)
    op.drop_constraint("amount", "disputes", type_="check")
    op.create_check_constraint("amount", "disputes", "amount >= 0 AND charged_back >= 0")
    op.create_index("disputes_open_idx", "disputes", ["user_id"], postgresql_where=sa.text("state = 'opened'"))
    op.create_index("disputes_payment_id_idx", "disputes", ["payment_id"])
    op.execute("""
        INSERT INTO claims (id, user_id, currency, amount, taken, state, made_at)
        SELECT d.id, d.user_id, d.currency, coalesce(h.amount, 0), coalesce(h.amount, 0), 'freezing', d.opened_at
        FROM disputes d LEFT JOIN holds h ON h.purpose = 'dispute' AND h.reference_id = d.id AND h.state = 'placed'
        WHERE d.state = 'opened'
    """)


def _let_withdrawals_return() -> None:
    states = "'requested', 'approved_once', 'approved', 'rejected', 'cancelled', 'completed', 'failed', 'returned'"
    decided = "(state IN ('approved', 'rejected', 'completed', 'failed', 'returned')) = (decided_by IS NOT NULL)"
    checks = {
        "state": f"state IN ({states})",
        "approved_once": "first_approved_by IS NOT NULL OR NOT (state = 'approved_once' "
        "OR (approvals_needed = 2 AND state IN ('approved', 'completed', 'failed', 'returned')))",
        "decided": decided,
    }
    for name, condition in checks.items():
        op.drop_constraint(name, "withdrawals", type_="check")
        op.create_check_constraint(name, "withdrawals", condition)


def _keep_proceeds() -> None:
    op.create_table(
        "proceeds",
        sa.Column("order_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, nullable=False, unique=True),
        sa.Column("payment_id", sa.Uuid, nullable=False),
        sa.Column("seller_id", sa.Uuid),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("release_at", _TIME),
        sa.CheckConstraint("state IN ('unsold', 'waiting', 'released', 'kept')", name="state"),
        sa.CheckConstraint("(state = 'unsold') = (seller_id IS NULL)", name="seller"),
        sa.CheckConstraint("state <> 'waiting' OR release_at IS NOT NULL", name="release"),
    )
    op.create_index("proceeds_waiting_idx", "proceeds", ["release_at"], postgresql_where=sa.text("state = 'waiting'"))
    op.create_table(
        "sellers",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("sales", sa.Integer, nullable=False),
    )
