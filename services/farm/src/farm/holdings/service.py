"""Counts what people hold, and tells who must not delete somebody who holds anything.

Whoever changes it adds a row in the same transaction; a job sums them up, once for each user and run.
"""

from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.outbox import emit
from amigok_contracts.farm import OwnerHoldingsChanged
from farm.holdings.models import HoldingsChange, OwnerHoldings


def note(db: AsyncSession, user_id: UUID | None, *, animals: int = 0, withdrawals: int = 0) -> None:
    """So many more or less; nothing for the platform."""
    if user_id is not None:
        db.add(HoldingsChange(user_id=user_id, animals=animals, withdrawals=withdrawals))


async def tell(db: AsyncSession, *, limit: int = 5000) -> None:
    """Takes over what was noted, and says of each user what they hold now."""
    oldest = select(HoldingsChange.id).order_by(HoldingsChange.id).limit(limit).scalar_subquery()
    taken = (
        delete(HoldingsChange)
        .where(HoldingsChange.id.in_(oldest))
        .returning(HoldingsChange.user_id, HoldingsChange.animals, HoldingsChange.withdrawals)
        .cte("taken")
    )
    summed = select(
        taken.c.user_id, func.sum(taken.c.animals).label("animals"), func.sum(taken.c.withdrawals).label("withdrawals")
    )
    for user_id, animals, withdrawals in (await db.execute(summed.group_by(taken.c.user_id))).all():
        if animals or withdrawals:
            await _take_over(db, user_id, animals=int(animals), withdrawals=int(withdrawals))


async def _take_over(db: AsyncSession, user_id: UUID, *, animals: int, withdrawals: int) -> None:
    first = insert(OwnerHoldings).values(user_id=user_id, version=1, animals=animals, withdrawals=withdrawals)
    more = first.on_conflict_do_update(
        index_elements=["user_id"],
        set_={
            "version": OwnerHoldings.version + 1,
            "animals": OwnerHoldings.animals + animals,
            "withdrawals": OwnerHoldings.withdrawals + withdrawals,
        },
    ).returning(OwnerHoldings.version, OwnerHoldings.animals, OwnerHoldings.withdrawals)
    version, animals, withdrawals = (await db.execute(more)).one()
    emit(
        db,
        OwnerHoldingsChanged(user_id=user_id, aggregate_version=version, animals=animals, withdrawals=withdrawals),
    )
