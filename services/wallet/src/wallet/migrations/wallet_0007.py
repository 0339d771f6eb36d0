"""Two administrators correct the ledger; claims and fees of animals are booked; standings are the chassis's."""

from alembic import op

revision = "wallet_0007"
down_revision = "wallet_0006"
branch_labels = None
depends_on = "chassis_0001"


def upgrade() -> None:
    _name_kinds_of_transfers()
    op.drop_table("standings")


def _name_kinds_of_transfers() -> None:
    op.drop_constraint("kind", "transfers", type_="check")
    op.create_check_constraint(
        "kind",
        "transfers",
        "kind IN ('credit', 'transfer', 'hold', 'capture', 'release', 'deposit', 'withdrawal', 'refund', "
        "'dispute', 'dispute_won', 'dispute_lost', 'feeding', 'care', 'reward', "
        "'correction', 'insurance', 'animal_withdrawal')",
    )
