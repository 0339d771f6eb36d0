"""What owners owe for an animal's feed, and the sale block that follows from it."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.feed import UnpaidFeedBlocked, UnpaidFeedBlockEnded
from feed.billing.models import Debt, UnpaidBlock
from feed.settings import Settings
from feed.subscriptions.models import Subscription


@dataclass(frozen=True)
class Owed:
    """What the wallet says that an owner owes for an animal's feed."""

    purpose: str
    reference_id: UUID
    livestock_id: UUID | None
    owner_id: UUID


async def place_if_due(db: UnitOfWork, subscription: Subscription, *, source_id: UUID) -> None:
    """Keeps the animal of a subscription that has been unpaid for days from being sold by its owner.

    A block that was ended is never placed again, so `source_id` names the refused period or the debt.
    """
    now, days = clock.now(), db.settings(Settings).block_after_days
    if subscription.unpaid_since is None or now - subscription.unpaid_since < timedelta(days=days):
        return
    block = {
        "source_id": source_id,
        "livestock_id": subscription.livestock_id,
        "owner_id": subscription.owner_id,
        "placed_at": now,
    }
    placed = insert(UnpaidBlock).values(block).on_conflict_do_nothing().returning(UnpaidBlock.source_id)
    if await db.scalar(placed) is not None:
        emit(db, UnpaidFeedBlocked(**{name: block[name] for name in ("source_id", "livestock_id", "owner_id")}))


async def end_if_paid(db: UnitOfWork, subscription: Subscription) -> None:
    """Ends the block of a subscription that is not unpaid any more, once nothing is owed for its animal."""
    if subscription.state != "unpaid":
        await _end(db, subscription.livestock_id, subscription.owner_id)


async def owed(db: UnitOfWork, debt: Owed, *, at: datetime) -> None:
    """Notes a debt for feed. Where the animal's subscription has been unpaid for days, it cannot be sold."""
    if await _note(db, debt, recorded_at=at) is not None:
        return
    unpaid = select(Subscription).where(
        Subscription.livestock_id == debt.livestock_id,
        Subscription.owner_id == debt.owner_id,
        Subscription.state == "unpaid",
    )
    if (subscription := await db.scalar(unpaid)) is not None:
        await place_if_due(db, subscription, source_id=debt.reference_id)


async def paid(db: UnitOfWork, debt: Owed, *, at: datetime) -> None:
    """Notes that a debt is settled. The block of its animal ends with the last one."""
    await _note(db, debt, settled_at=at)
    if debt.livestock_id is not None:
        await _end(db, debt.livestock_id, debt.owner_id)


async def _note(db: UnitOfWork, debt: Owed, **times: datetime) -> datetime | None:
    """Keeps what is known of a debt, by when it was heard first. Returns when it was settled."""
    row = insert(Debt).values(**asdict(debt), **times)
    first = {name: func.coalesce(getattr(Debt, name), row.excluded[name]) for name in times}
    noted = row.on_conflict_do_update(index_elements=[Debt.purpose, Debt.reference_id], set_=first)
    settled_at: datetime | None = await db.scalar(noted.returning(Debt.settled_at))
    return settled_at


async def _end(db: UnitOfWork, livestock_id: UUID, owner_id: UUID) -> None:
    theirs = Debt.livestock_id == livestock_id, Debt.owner_id == owner_id, Debt.settled_at.is_(None)
    if await db.scalar(select(exists().where(*theirs))):
        return
    live = select(UnpaidBlock).where(
        UnpaidBlock.livestock_id == livestock_id, UnpaidBlock.owner_id == owner_id, UnpaidBlock.ended_at.is_(None)
    )
    for block in await db.scalars(live.with_for_update()):
        block.ended_at = clock.now()
        emit(db, UnpaidFeedBlockEnded(source_id=block.source_id, livestock_id=livestock_id))
