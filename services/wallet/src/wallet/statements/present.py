"""What is in a wallet now, in one statement: balances, holds and debts agree."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from amigok_chassis.db import Database
from amigok_contracts import Money
from wallet.statements.schemas import Balance, BalanceOut, OpenDebt, OpenHold, WalletOut

_BALANCES = """
(SELECT coalesce(jsonb_agg(row_to_json(a)), '[]') FROM (
    SELECT currency, sum(balance) FILTER (WHERE kind = 'available') AS available,
        sum(balance) FILTER (WHERE kind = 'held') AS held,
        coalesce(sum(balance) FILTER (WHERE kind = 'receivable'), 0) AS receivable
    FROM accounts WHERE owner_id = $1 GROUP BY currency ORDER BY currency) a) AS balances
"""

_WALLET = f"""
SELECT {_BALANCES},
    (SELECT coalesce(jsonb_agg(row_to_json(h)), '[]') FROM (
        SELECT id, purpose, reference_id, description, currency, amount, expires_at
        FROM holds WHERE user_id = $1 AND state = 'placed'
        UNION ALL SELECT id, purpose, reference_id, description, currency, taken, NULL
        FROM debts WHERE debtor_id = $1 AND state = 'frozen' AND taken > 0 ORDER BY id) h) AS holds,
    (SELECT coalesce(jsonb_agg(row_to_json(d)), '[]') FROM (
        SELECT purpose, reference_id, description, currency, amount, amount - taken AS remaining, state, since
        FROM debts WHERE debtor_id = $1 AND state IN ('frozen', 'owed') AND taken < amount
        ORDER BY priority, id) d) AS debts
"""
"""What is frozen for a dispute is held as well."""


async def wallet(db: Database, *, user_id: UUID) -> WalletOut:
    """Balances, open holds and open debts."""
    (row,) = await db.fetch(_WALLET, user_id)
    return WalletOut(
        user_id=user_id,
        balances=_balances(row["balances"]),
        holds=[OpenHold(**_in_money(hold, "amount")) for hold in row["holds"]],
        debts=[OpenDebt(**_in_money(debt, "amount", "remaining")) for debt in row["debts"]],
    )


async def balance(db: Database, *, user_id: UUID) -> BalanceOut:
    """What the user has, per currency."""
    (row,) = await db.fetch(f"SELECT {_BALANCES}", user_id)
    return BalanceOut(balances=_balances(row["balances"]))


def balance_of(currency: str, minor: Mapping[str, int]) -> Balance:
    """A user's balance in one currency, from those of its kinds of accounts in minor units."""
    return Balance(
        available=Money.of_minor(minor["available"], currency),
        held=Money.of_minor(minor["held"], currency),
        owed=Money.of_minor(-minor.get("receivable", 0), currency),
    )


def _balances(rows: list[dict[str, Any]]) -> list[Balance]:
    return [balance_of(row["currency"], row) for row in rows]


def _in_money(row: dict[str, Any], *amounts: str) -> dict[str, Any]:
    """A row with these columns as money in its currency."""
    currency = row.pop("currency")
    return {**row, **{name: Money.of_minor(row[name], currency) for name in amounts}}
