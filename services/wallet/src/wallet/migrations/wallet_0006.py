"""One policy for exits: who was paid, what left within a day, what was judged, what is stopped."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "wallet_0006"
down_revision = "wallet_0005"
branch_labels = None
depends_on = "chassis_0001"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _counts()
    _payees()
    _records()
    _stops()
    _watch()


def _counts() -> None:
    op.add_column("accounts", sa.Column("exits", ARRAY(sa.BigInteger), nullable=False, server_default="{}"))
    op.add_column("accounts", sa.Column("exits_total", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("accounts", sa.Column("exits_hour", sa.Integer, nullable=False, server_default="0"))
    op.add_column("accounts", sa.Column("watched", sa.Boolean, nullable=False, server_default="false"))
    op.execute("""
        CREATE FUNCTION exits_added(counts bigint[], passed integer, amount bigint) RETURNS bigint[]
        LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN
            IF passed <= 0 AND counts <> '{}' THEN
                counts[1] := counts[1] + amount;
                RETURN counts;
            END IF;
            IF passed >= 25 THEN
                RETURN ARRAY[amount];
            END IF;
            RETURN (amount || array_fill(0::bigint, ARRAY[greatest(passed, 1) - 1]) || counts)[1:25];
        END $$
    """)
    op.execute("""
        CREATE FUNCTION exits_left(counts bigint[], passed integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN
            RETURN coalesce((SELECT sum(each) FROM unnest(counts[1:25 - passed]) AS each), 0)::bigint;
        END $$
    """)


def _payees() -> None:
    op.create_table(
        "payees",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("recipient_id", sa.Uuid, primary_key=True),
        sa.Column("since", _TIME, nullable=False),
    )


def _records() -> None:
    op.create_table(
        "exits",
        sa.Column("purpose", sa.String, primary_key=True),
        sa.Column("reference_id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("signs", ARRAY(sa.String), nullable=False),
        sa.Column("is_unusual", sa.Boolean, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.CheckConstraint("purpose IN ('transfer', 'withdrawal', 'purchase', 'charge')", name="purpose"),
        sa.CheckConstraint("state IN ('allowed', 'refused', 'undone')", name="state"),
        sa.CheckConstraint("(state = 'refused') = (reason IS NOT NULL)", name="reason"),
        sa.CheckConstraint("amount > 0", name="amount"),
    )
    op.create_index("exits_user_id_at_idx", "exits", ["user_id", "at"], postgresql_where=sa.text("is_unusual"))


def _stops() -> None:
    op.create_table(
        "exit_stops",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("until", _TIME),
        sa.CheckConstraint("since < until", name="period"),
    )


def _watch() -> None:
    """What closes a wallet marks its accounts, under the locks that postings take, in their order."""
    op.execute("""
        CREATE FUNCTION watch_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM FROM accounts WHERE owner_id = NEW.user_id ORDER BY id FOR NO KEY UPDATE;
            UPDATE accounts SET watched = true WHERE owner_id = NEW.user_id AND NOT watched;
            RETURN NULL;
        END $$
    """)
    for table, when in (
        ("user_standings", "WHEN (NEW.status <> 'active')"),
        ("exit_stops", ""),
        ("disputes", "WHEN (NEW.state = 'opened')"),
    ):
        op.execute(f"""
            CREATE TRIGGER {table}_watch AFTER INSERT OR UPDATE ON {table}
            FOR EACH ROW {when} EXECUTE FUNCTION watch_accounts()
        """)
