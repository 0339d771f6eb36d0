"""A suspicion of judges between whom and entrants money went."""

from alembic import op

revision = "game_0006"
down_revision = "game_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("suspicions_kind_check", "suspicions")
    op.create_check_constraint(
        "suspicions_kind_check",
        "suspicions",
        "kind IN ('linked_accounts', 'wash_trade', 'partial_weigher', 'judges_agree', 'linked_judge')",
    )
