"""Locks on listings."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import SelectBase, select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings.machine import LISTINGS
from marketplace.listings.models import Listing
from marketplace.locking import Rank


async def lock(db: UnitOfWork, ids: Collection[UUID] | SelectBase) -> None:
    """Locks listings, by id."""
    await db.lock(select(Listing).where(Listing.id.in_(ids)).order_by(Listing.id), key_share=True)


async def _live(db: UnitOfWork, animals: set[UUID]) -> None:
    await lock(db, select(Listing.id).where(Listing.livestock_id.in_(animals), Listing.state.in_(LISTINGS.open)))


LIVE_LISTINGS = Lock(Rank.LISTINGS, _live)
"""Keys: ids of the animals that the live listings are of."""
