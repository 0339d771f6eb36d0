"""Proves the ledger from its entries."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import text

from amigok_chassis.invariants import Broken, broken
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import digits
from wallet.ledger.schemas import Difference
from wallet.proofs.ledger import LEDGER
from wallet.proofs.schemas import ReconciliationOut, Total

_TOTALS = """
SELECT (SELECT count(*) FROM transfers) AS transfers, count(*) AS entries, coalesce(sum(amount), 0)::bigint AS total,
    (SELECT count(*) FROM holds WHERE state = 'placed') AS holds_placed FROM entries
"""
_PLATFORM = """
SELECT split_part(a.kind, '.', 1) AS kind, nullif(split_part(a.kind, '.', 2), '') AS fee, a.currency,
    sum(e.amount)::bigint AS balance
FROM accounts a JOIN entries e ON e.account_id = a.id
WHERE a.owner_id IS NULL GROUP BY 1, 2, 3 ORDER BY 3, 1, 2
"""
_RECEIVABLES = """
SELECT 'receivables' AS kind, NULL AS fee, currency, sum(balance)::bigint AS balance FROM accounts
WHERE kind = 'receivable' GROUP BY currency HAVING sum(balance) <> 0 ORDER BY currency
"""


async def reconcile(db: UnitOfWork) -> ReconciliationOut:
    """Proves the ledger from its entries, in one snapshot."""
    await db.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
    return await proof(db, await broken(db, LEDGER))


async def proof(db: UnitOfWork, ledger: Sequence[Broken]) -> ReconciliationOut:
    """What the ledger comes to, with what breaks it."""
    totals = (await db.execute(text(_TOTALS))).one()
    differences = [
        Difference.model_validate({"check": each.name, "id": each.id, "expected": each.expected, "found": each.found})
        for each in ledger
    ]
    platform, fees = await _platform(db)
    return ReconciliationOut(
        transfers=totals.transfers,
        entries=totals.entries,
        holds_placed=totals.holds_placed,
        total=totals.total,
        platform=platform,
        fees=fees,
        differences=differences,
    )


async def _platform(db: UnitOfWork) -> tuple[dict[str, Total], dict[str, Total]]:
    """What the platform's accounts come to by kind, and what it has earned by kind of fee."""
    kinds, fees = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for query in (_PLATFORM, _RECEIVABLES):
        for row in await db.execute(text(query)):
            kinds[row.kind, row.currency] += row.balance
            if row.fee is not None:
                fees[row.fee, row.currency] += row.balance
    return _totals(kinds), _totals(fees)


def _totals(minor: Counter[tuple[str, str]]) -> dict[str, Total]:
    return {
        f"{kind}:{currency}": Total(amount=Decimal(amount).scaleb(-digits(currency)), currency=currency)
        for (kind, currency), amount in minor.items()
    }
