"""Locks in one order, so that batches and jobs wait but never deadlock: orders by id, animals by id, listings by id.

Listings are locked so that orders of them can be stored meanwhile (`FOR NO KEY UPDATE`).
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.farm import LivestockDied, LivestockReclaimed, LivestockRemoved
from marketplace.models import LIVE_LISTING, Animal, Listing, Order

_ENDING = (LivestockDied, LivestockReclaimed, LivestockRemoved)
"""What may end the live listing of an animal."""


async def animals(events: Sequence[Event], db: UnitOfWork) -> None:
    """Locks the animals of a batch, and the live listings of those that it may end."""
    await _animals(db, _named(events, "livestock_id"))
    gone = _named([event for event in events if isinstance(event, _ENDING)], "livestock_id")
    await db.execute(
        select(Listing.id)
        .where(Listing.livestock_id.in_(gone), Listing.state.in_(LIVE_LISTING))
        .order_by(Listing.id)
        .with_for_update(key_share=True)
    )


async def orders(events: Sequence[Event], db: UnitOfWork) -> None:
    """Locks the orders of a batch, its animals, and the listings that the orders are of."""
    of = Order.id.in_(_named(events, "order_id"))
    found = (await db.execute(select(Order.listing_id).where(of).order_by(Order.id).with_for_update())).scalars()
    await _animals(db, _named(events, "livestock_id"))
    await listings(db, set(found))


async def users(events: Sequence[Event], db: UnitOfWork) -> None:
    """Locks the pending orders of people who are shut out, whichever side they are on, and the listings at stake."""
    people = _named([event for event in events if getattr(event, "status", "") != "active"], "user_id")
    of = or_(Order.buyer_id.in_(people), Order.seller_id.in_(people))
    pending = select(Order.listing_id).where(of, Order.state == "pending").order_by(Order.id).with_for_update()
    theirs = select(Listing.id).where(Listing.seller_id.in_(people), Listing.state.in_(LIVE_LISTING))
    await listings(db, {*(await db.execute(pending)).scalars(), *(await db.execute(theirs)).scalars()})


async def listings(db: UnitOfWork, ids: Collection[UUID]) -> None:
    """Locks listings."""
    await db.execute(select(Listing.id).where(Listing.id.in_(ids)).order_by(Listing.id).with_for_update(key_share=True))


async def _animals(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await db.execute(select(Animal.id).where(Animal.id.in_(ids)).order_by(Animal.id).with_for_update(key_share=True))


def _named(events: Sequence[Event], name: str) -> set[UUID]:
    return {value for event in events if (value := getattr(event, name, None)) is not None}
