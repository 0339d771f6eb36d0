"""What is left in the wallets of deleted people."""

from uuid import UUID

from sqlalchemy import text

from amigok_chassis.pagination import Page, Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.closing.schemas import UnclaimedOut

_UNCLAIMED = text("""
    SELECT owner_id, currency, sum(balance) FILTER (WHERE kind = 'available') AS available,
        sum(balance) FILTER (WHERE kind = 'held') AS held
    FROM accounts JOIN user_standings ON user_id = owner_id AND status = 'deleted'
    WHERE kind <> 'receivable' AND (owner_id, currency) > (:owner_id, :currency)
    GROUP BY owner_id, currency HAVING sum(balance) > 0 ORDER BY owner_id, currency LIMIT :limit
""")


async def unclaimed(db: UnitOfWork, paging: Paging) -> Page[UnclaimedOut]:
    """A page of it, by user and currency. Raises InvalidCursor."""
    owner_id, currency = paging.after(UUID, str) or (UUID(int=0), "")
    asked = {"owner_id": owner_id, "currency": currency, "limit": paging.limit + 1}
    rows = (await db.execute(_UNCLAIMED, asked)).all()
    page = rows[: paging.limit]
    more = len(rows) > len(page)
    return Page(
        items=[
            UnclaimedOut(
                user_id=row.owner_id,
                available=Money.of_minor(int(row.available), row.currency),
                held=Money.of_minor(int(row.held), row.currency),
            )
            for row in page
        ],
        next_cursor=encode(page[-1].owner_id, page[-1].currency) if more else None,
    )
