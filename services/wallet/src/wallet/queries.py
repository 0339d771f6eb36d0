"""Longer reads of the ledger."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money, digits
from wallet.schemas import (
    Balance,
    BalanceOut,
    Difference,
    OpenHold,
    ReconciliationOut,
    Total,
    WalletOut,
)

_WALLET = """
SELECT
    (SELECT coalesce(jsonb_agg(row_to_json(a)), '[]') FROM (
        SELECT currency, sum(balance) FILTER (WHERE kind = 'available') AS available,
            sum(balance) FILTER (WHERE kind = 'held') AS held
        FROM accounts WHERE owner_id = $1 GROUP BY currency ORDER BY currency) a) AS balances,
    (SELECT coalesce(jsonb_agg(row_to_json(h)), '[]') FROM (
        SELECT id, purpose, reference_id, currency, amount, expires_at
        FROM holds WHERE user_id = $1 AND state = 'placed' ORDER BY id) h) AS holds
"""

DIFFERENCES = {
    "transfer_sums_to_zero": "SELECT transfer_id AS id, 0 AS expected, sum(amount)::bigint AS found FROM entries "
    "GROUP BY transfer_id HAVING sum(amount) <> 0",
    "balance_equals_entries": "SELECT a.id, coalesce(sum(e.amount), 0)::bigint AS expected, a.balance AS found "
    "FROM accounts a LEFT JOIN entries e ON e.account_id = a.id WHERE a.balance IS NOT NULL "
    "GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0)",
    "balance_follows_the_one_before": "SELECT account_id AS id, expected::bigint, balance_after AS found FROM ("
    "SELECT account_id, balance_after, amount + coalesce(lag(balance_after) OVER account, 0) AS expected "
    "FROM entries WHERE balance_after IS NOT NULL WINDOW account AS (PARTITION BY account_id ORDER BY posted_at)"
    ") AS lines WHERE balance_after <> expected",
    "held_equals_holds": "SELECT a.id, coalesce(sum(h.amount), 0)::bigint AS expected, a.balance AS found "
    "FROM accounts a LEFT JOIN holds h ON h.user_id = a.owner_id AND h.currency = a.currency AND h.state = 'placed' "
    "WHERE a.kind = 'held' GROUP BY a.id HAVING a.balance <> coalesce(sum(h.amount), 0)",
    "hold_within_bounds": "SELECT id, amount AS expected, captured AS found FROM holds "
    "WHERE captured NOT BETWEEN 0 AND amount OR (state = 'captured') <> (captured > 0)",
    "withdrawal_is_held": "SELECT w.id, w.amount AS expected, coalesce(h.amount, 0) AS found FROM withdrawals w "
    "LEFT JOIN holds h ON h.purpose = 'withdrawal' AND h.reference_id = w.id AND h.state = 'placed' "
    "WHERE w.state IN ('requested', 'approved_once', 'approved') AND h.amount IS DISTINCT FROM w.amount",
    "disputes_equal_claims": "SELECT a.id, -coalesce(d.amount, 0)::bigint AS expected, "
    "coalesce(e.amount, 0)::bigint AS found FROM accounts a "
    "LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM entries WHERE account_id = a.id) e ON true "
    "LEFT JOIN LATERAL (SELECT sum(charged_back) AS amount FROM disputes "
    "WHERE charged_back_currency = a.currency AND state = 'opened') d ON true "
    "WHERE a.kind = 'disputes' AND coalesce(e.amount, 0) <> -coalesce(d.amount, 0)",
    "claimed_equals_remainders": "SELECT a.id, coalesce(sum(c.amount - c.taken), 0)::bigint AS expected, "
    "a.claimed AS found FROM accounts a LEFT JOIN claims c ON c.user_id = a.owner_id AND c.currency = a.currency "
    "AND c.state <> 'closed' WHERE a.kind = 'available' "
    "GROUP BY a.id HAVING a.claimed <> coalesce(sum(c.amount - c.taken), 0)",
    "frozen_is_held": "SELECT c.id, c.taken AS expected, coalesce(h.amount, 0) AS found FROM claims c "
    "LEFT JOIN holds h ON h.purpose = 'dispute' AND h.reference_id = c.id AND h.state = 'placed' "
    "WHERE c.state = 'freezing' AND coalesce(h.amount, 0) <> c.taken",
}
_TOTALS = """
SELECT (SELECT count(*) FROM transfers) AS transfers, count(*) AS entries, coalesce(sum(amount), 0)::bigint AS total,
    (SELECT count(*) FROM holds WHERE state = 'placed') AS holds_placed FROM entries
"""
_PLATFORM = """
SELECT a.kind, a.currency, sum(e.amount)::bigint AS balance FROM accounts a JOIN entries e ON e.account_id = a.id
WHERE a.owner_id IS NULL GROUP BY a.kind, a.currency ORDER BY a.currency, a.kind
"""


async def wallet(db: Database, *, user_id: UUID) -> WalletOut:
    """Balances and open holds, in one statement: they agree."""
    (row,) = await db.fetch(_WALLET, user_id)
    return WalletOut(
        user_id=user_id,
        balances=_balances(row["balances"]),
        holds=[
            OpenHold(amount=Money.of_minor(hold.pop("amount"), hold.pop("currency")), **hold) for hold in row["holds"]
        ],
    )


async def balance(db: Database, *, user_id: UUID) -> BalanceOut:
    """What the user has, per currency."""
    (row,) = await db.fetch(_WALLET, user_id)
    return BalanceOut(balances=_balances(row["balances"]))


async def reconcile(db: UnitOfWork) -> ReconciliationOut:
    """Proves the ledger from its entries, in one snapshot."""
    await db.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
    return await proof(db)


async def proof(db: UnitOfWork) -> ReconciliationOut:
    """Each check of the ledger, consistent in itself; up to 100 differences of each."""
    totals = (await db.execute(text(_TOTALS))).one()
    differences = [
        Difference(check=check, id=row.id, expected=row.expected, found=row.found)
        for check, query in DIFFERENCES.items()
        for row in (await db.execute(text(f"{query} LIMIT 100"))).all()
    ]
    platform = {
        f"{row.kind}:{row.currency}": Total(
            amount=Decimal(row.balance).scaleb(-digits(row.currency)), currency=row.currency
        )
        for row in (await db.execute(text(_PLATFORM))).all()
    }
    return ReconciliationOut(
        transfers=totals.transfers,
        entries=totals.entries,
        holds_placed=totals.holds_placed,
        total=totals.total,
        platform=platform,
        differences=differences,
    )


def _balances(value: Any) -> list[Balance]:
    return [
        Balance(
            available=Money.of_minor(row["available"], row["currency"]),
            held=Money.of_minor(row["held"], row["currency"]),
        )
        for row in value
    ]
