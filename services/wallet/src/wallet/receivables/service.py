"""Money that becomes available to a debtor is taken for their debts. This records how much was taken for which debt;
the ledger moves the money. Everything here happens under the lock on the user's available account.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text, update

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import DebtSettled
from wallet.accounts.models import AVAILABLE, Account, account_id
from wallet.receivables.models import OPEN, Debt

_TAKE = text(f"""
    WITH due AS (
        SELECT id, amount - taken AS missing,
            (sum(amount - taken) OVER (ORDER BY priority, id) - (amount - taken))::bigint AS before
        FROM debts WHERE debtor_id = :debtor_id AND currency = :currency AND {OPEN.text}
    )
    UPDATE debts SET taken = taken + least(missing, :available - before),
        state = CASE WHEN state = 'owed' AND missing <= :available - before THEN 'settled' ELSE state END
    FROM due WHERE debts.id = due.id AND before < :available
    RETURNING debts.*, least(missing, :available - before) AS minor
""")


@dataclass(frozen=True)
class Taken:
    """Minor units that are to be held, and that are the platform's."""

    held: int = 0
    collected: int = 0


async def take(db: UnitOfWork, user_id: UUID, currency: str, available: int) -> Taken:
    """Takes what is available for the user's debts, in the stated order; publishes which of them are settled."""
    asked = {"debtor_id": user_id, "currency": currency, "available": available}
    rows = (await db.execute(_TAKE, asked)).all()
    held = sum(row.minor for row in rows if row.state == "frozen")
    collected = sum(row.minor for row in rows) - held
    await owe(db, user_id, currency, -held - collected)
    for row in sorted(rows, key=lambda row: (row.priority, row.id)):
        if row.state == "settled":
            emit(db, settled(row, "paid"))
    return Taken(held, collected)


async def owe(db: UnitOfWork, user_id: UUID, currency: str, minor: int) -> None:
    """Adds to what is taken from money that becomes available; a negative amount reduces it."""
    await db.flush()
    account = Account.id == account_id(user_id, AVAILABLE, currency)
    await db.execute(update(Account).where(account).values(owed=Account.owed + minor))


def settled(debt: Debt | Any, reason: str) -> DebtSettled:
    """That nothing of a debt is left, and why."""
    return DebtSettled(
        purpose=debt.purpose,
        reference_id=debt.reference_id,
        debtor_id=debt.debtor_id,
        amount=Money.of_minor(debt.amount, debt.currency),
        remaining=Money.of_minor(0, debt.currency),
        livestock_id=debt.livestock_id,
        reason=reason,
    )
