"""Reads of what is for sale."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.pagination import encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import digits
from marketplace.animals.models import Animal
from marketplace.listings import service as listings
from marketplace.listings.errors import NotListed
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Listing
from marketplace.listings.price_bounds import in_minor_units
from marketplace.listings.queries import SHOWN
from marketplace.listings.schemas import ListingOut
from marketplace.market.cards import CARD, FOR_ALL
from marketplace.market.schemas import Filters

_MARKET = f"""{CARD}
WHERE {FOR_ALL} AND l.currency = $3
    AND ($4::text IS NULL OR a.type_name = $4) AND ($5::text IS NULL OR a.breed_name = $5)
    AND ($6::bigint IS NULL OR l.price >= $6) AND ($7::bigint IS NULL OR l.price <= $7)
    AND ($8::timestamptz IS NULL OR (l.created_at, l.id) < ($8, $9::uuid))
ORDER BY l.created_at DESC, l.id DESC LIMIT $10
"""


async def market(db: Database, filters: Filters) -> str:
    """Returns the active listings of active sellers, newest first, as a `Page[ListingOut]` in JSON."""
    after = filters.paging.after(datetime, UUID) or (None, None)
    rows = await db.fetch(
        _MARKET,
        digits(filters.currency),
        clock.now(),
        filters.currency,
        filters.type_name,
        filters.breed_name,
        *in_minor_units(filters.min_price, filters.max_price, filters.currency),
        *after,
        filters.limit + 1,
    )
    shown = rows[: filters.limit]
    following = f'"{encode(shown[-1]["created_at"], shown[-1]["id"])}"' if len(rows) > filters.limit else "null"
    return f'{{"items":[{",".join(row["shown"] for row in shown)}],"next_cursor":{following}}}'


async def listing_of(db: UnitOfWork, *, livestock_id: UUID) -> ListingOut:
    """Returns the newest listing of an animal that is or was for sale.

    Raises NotListed, also while a live listing's seller is inactive.
    """
    query = select(Listing, Animal).join(Animal, Animal.id == Listing.livestock_id)
    query = query.where(Listing.livestock_id == livestock_id, Listing.state.in_(SHOWN))
    found = (await db.execute(query.order_by(Listing.created_at.desc()).limit(1))).first()
    if found is None:
        raise NotListed
    listing, animal = found
    if listing.state in FOR_SALE and not await listings.has_active_seller(db, listing):
        raise NotListed
    return ListingOut.of(listing, animal)
