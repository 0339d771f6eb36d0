"""The wallet's tables, noun by noun."""

from pathlib import Path

from alembic import op

from amigok_chassis.migrations import run

revision = "wallet_0001"
down_revision = None
branch_labels = ("wallet",)
depends_on = "chassis_0001"

NOUNS = (
    "accounts",
    "ledger",
    "receivables",
    "holds",
    "charges",
    "proceeds",
    "exits",
    "recipients",
    "deposits",
    "disputes",
    "withdrawals",
    "settlements",
    "books",
    "sealing",
    "solvency",
    "proofs",
)
"""In this order: what comes later refers to what comes before."""


def upgrade() -> None:
    for noun in NOUNS:
        run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
