"""Takes what there is, and keeps what is missing."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.pagination import Paging, paginate
from amigok_contracts import Money
from wallet.ledger import Leg, lock, post, posted
from wallet.models import account_id
from wallet.receivables.models import Receivable


async def take(db: AsyncSession, *, kind: str, reference_id: UUID, user_id: UUID, amount: Money) -> None:
    """Charges a user for what the platform did, once: as much as is available, and keeps what they owe still."""
    balances = await lock(db, [user_id])
    if await posted(db, kind, reference_id) is not None or await db.get(Receivable, (reference_id, kind)) is not None:
        return
    there = balances.get(account_id(user_id, "available", amount.currency), 0)
    taken = min(there, amount.minor)
    if taken:
        legs = [Leg(user_id, "available", -taken), Leg(None, "revenue", taken)]
        await post(db, legs, kind=kind, currency=amount.currency, reference_id=reference_id)
    if taken < amount.minor:
        row = insert(Receivable).values(
            reference_id=reference_id, kind=kind, user_id=user_id, currency=amount.currency,
            amount=amount.minor, taken=taken, created_at=clock.now(),
        )  # fmt: skip
        await db.execute(row)


async def all_open(db: AsyncSession, paging: Paging) -> tuple[list[Receivable], str | None]:
    """A page of what is owed, oldest first."""
    key = [Receivable.created_at, Receivable.reference_id]
    return await paginate(db, select(Receivable), paging, key=key, descending=False)
