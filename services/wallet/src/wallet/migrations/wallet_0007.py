"""Two administrators correct the ledger; claims and fees of animals are booked; standings are the chassis's."""

import sqlalchemy as sa
from alembic import op

revision = "wallet_0007"
down_revision = "wallet_0006"
branch_labels = None
depends_on = "chassis_0004"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _name_kinds_of_transfers()
    op.create_table(
        "receivables",
        sa.Column("reference_id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("taken", sa.BigInteger, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.CheckConstraint("taken >= 0 AND taken < amount", name="amount"),
    )
    op.create_index("receivables_user_id_idx", "receivables", ["user_id"])
    op.drop_table("standings")


def _name_kinds_of_transfers() -> None:
    op.drop_constraint("kind", "transfers", type_="check")
    op.create_check_constraint(
        "kind", "transfers",
        "kind IN ('credit', 'transfer', 'hold', 'capture', 'release', 'deposit', 'withdrawal', 'refund', "
        "'dispute', 'dispute_won', 'dispute_lost', 'feeding', 'care', 'reward', "
        "'correction', 'insurance', 'animal_withdrawal')",
    )  # fmt: skip
