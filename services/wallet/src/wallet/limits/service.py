"""Compares what is asked for with the limits of its purpose."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.models import AVAILABLE, RECEIVABLE, account_id
from wallet.ledger.clearing import require_kept
from wallet.settings import Settings
from wallet.vocabulary import nearest

DAY = timedelta(hours=24)

_MOVED = text("""
    SELECT coalesce(sum(abs(e.amount)), 0)::bigint
    FROM entries e JOIN transfers t ON t.id = e.transfer_id
    WHERE e.account_id = ANY(:account_ids) AND e.balance_after IS NOT NULL AND e.posted_at > :since
        AND t.kind IN ('hold', 'charge', 'reward', 'debt')
        AND (t.purpose = :name OR (:name LIKE '%*' AND starts_with(t.purpose, rtrim(:name, '*'))))
        AND NOT starts_with(t.purpose, 'wallet.')
        AND NOT EXISTS (
            SELECT FROM transfers r
            WHERE r.reference_id = t.reference_id AND r.kind = 'release' AND r.purpose = t.purpose
        )
""")
"""What was asked for within a day, also what is owed since; not what was released."""


async def exceeded(db: UnitOfWork, *, purpose: str, user_id: UUID, amount: Money) -> str | None:
    """Why this is more than may be asked of the user, a stable code. Ask under the lock on their accounts.

    Raises Reject for a currency without accounts.
    """
    require_kept(amount.currency)
    found = nearest(db.settings(Settings).limits, purpose)
    if found is None:
        return None
    name, limit = found
    if limit.most is not None and amount.minor > limit.most[amount.currency].minor:
        return "purpose_limit_exceeded"
    if limit.daily is None:
        return None
    moved = await _moved(db, name, user_id, amount.currency)
    return "purpose_daily_limit_exceeded" if moved + amount.minor > limit.daily[amount.currency].minor else None


async def _moved(db: UnitOfWork, name: str, user_id: UUID, currency: str) -> int:
    asked = {
        "account_ids": [account_id(user_id, kind, currency) for kind in (AVAILABLE, RECEIVABLE)],
        "since": clock.now() - DAY,
        "name": name,
    }
    return int(await db.scalar(_MOVED, asked) or 0)
