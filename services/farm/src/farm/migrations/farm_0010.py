"""Nobody judges their own animals: bounds of types, births that are confirmed, disputes, versions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "farm_0010"
down_revision = "farm_0009"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_REASONS = (
    "withdrawal_period",
    "quarantine",
    "unconfirmed",
    "withdraw_requested",
    "claim",
    "dispute",
    "contest",
    "other",
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("livestock_types", "livestock_breeds", "farms", "medicines", "withdrawals"):
        op.add_column(table, sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.add_column("livestock_types", sa.Column("bounds", JSONB, nullable=False, server_default=sa.text("'{}'")))
    op.create_check_constraint(
        op.f("livestock_types_bounds_check"), "livestock_types", "jsonb_typeof(bounds) = 'object'"
    )
    _births()
    _disputes()


def _births() -> None:
    op.add_column("births", sa.Column("confirmed_at", _TIME))
    op.add_column("births", sa.Column("confirmed_by", sa.Uuid))
    op.create_check_constraint(
        op.f("births_confirmed_check"), "births", "num_nulls(confirmed_at, confirmed_by) IN (0, 2)"
    )
    op.create_index("births_unconfirmed_idx", "births", ["id"], postgresql_where=sa.text("confirmed_at IS NULL"))
    op.drop_constraint(op.f("sale_blocks_reason_check"), "sale_blocks")
    reasons = ", ".join(f"'{reason}'" for reason in _REASONS)
    op.create_check_constraint(op.f("sale_blocks_reason_check"), "sale_blocks", f"reason IN ({reasons})")
    op.create_index(
        "sale_blocks_unconfirmed_idx",
        "sale_blocks",
        ["source_id"],
        postgresql_where=sa.text("reason = 'unconfirmed' AND cleared_at IS NULL"),
    )


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("paid_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("opened_at", _TIME, nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="disputes_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="disputes_livestock_id_fkey"),
        sa.CheckConstraint("amount_minor <= paid_minor", name=op.f("disputes_amount_check")),
        sa.CheckConstraint(
            "state IN ('open', 'reclaimed', 'undecided', 'lost', 'won', 'owed', 'returned', 'kept', 'settled')",
            name=op.f("disputes_state_check"),
        ),
    )
    op.create_index("disputes_state_id_idx", "disputes", ["state", "id"])
    op.create_index("disputes_livestock_id_idx", "disputes", ["livestock_id"])
