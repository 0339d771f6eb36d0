"""A ledger that proves itself: seals, published liabilities, and what others state of their books."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "wallet_0005"
down_revision = "wallet_0004"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _seals()
    _solvency()
    _books()
    for table in ("seals", "solvency_roots"):
        op.execute(f"""
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """)


def _seals() -> None:
    op.create_table(
        "seals",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("transfer_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )


def _solvency() -> None:
    op.create_table(
        "solvency_leaves",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("currency", sa.String, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("balance", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("day", "currency", "position"),
        sa.CheckConstraint("balance >= 0", name="balance"),
    )
    op.create_table(
        "solvency_boughs",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("currency", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("sum", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "solvency_roots",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("currency", sa.String, primary_key=True),
        sa.Column("root", sa.LargeBinary, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.Column("accounts", sa.Integer, nullable=False),
        sa.Column("assets", JSONB, nullable=False),
        sa.Column("seals", sa.BigInteger, nullable=False),
        sa.Column("seal", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
    )


def _books() -> None:
    op.create_table(
        "book_windows",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("after_id", sa.Uuid, nullable=False),
        sa.Column("up_to_id", sa.Uuid, nullable=False),
        sa.Column("items", sa.Integer, nullable=False),
        sa.Column("under_way", sa.Integer, nullable=False),
        sa.Column("stated_at", _TIME, nullable=False),
    )
    op.create_table(
        "book_differences",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("reference_id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("currency", sa.String, primary_key=True),
        sa.Column("expected", sa.BigInteger, nullable=False),
        sa.Column("found", sa.BigInteger, nullable=False),
        sa.CheckConstraint("expected <> found", name="amounts"),
    )
