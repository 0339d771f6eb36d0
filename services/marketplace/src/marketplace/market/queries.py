"""Reads of what is for sale."""

from datetime import datetime
from math import ceil, floor
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.pagination import Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import digits
from marketplace.animals.models import Animal
from marketplace.listings import service as listings
from marketplace.listings.errors import NotListed
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Listing
from marketplace.listings.queries import SHOWN
from marketplace.listings.schemas import ListingOut
from marketplace.market.schemas import Filters

_SHOWN = """
SELECT l.id, l.created_at, json_build_object(
    'id', l.id, 'livestock_id', l.livestock_id,
    'listing_type', CASE WHEN l.seller_id IS NULL THEN 'system_livestock' ELSE 'user_resale' END,
    'title', l.title, 'description', l.description,
    'price', json_build_object(
        'amount', round(l.price / power(10::numeric, $1::int), $1::int)::text, 'currency', l.currency),
    'fee_basis_points', l.fee_basis_points, 'negotiable', l.negotiable, 'featured', l.featured, 'views', l.views,
    'version', l.version, 'state', l.state,
    'type_name', a.type_name, 'breed_name', a.breed_name, 'farm_name', a.farm_name,
    'tag_number', a.tag_number, 'sex', a.sex, 'weight_kg', a.weight_kg::text,
    'sellable', blocked.now IS NULL, 'blocks', coalesce(blocked.now, '[]'),
    'photos', (
        SELECT coalesce(json_agg(format('/api/v1/livestock/%s/photos/%s', a.id, photo)), '[]')
        FROM unnest(a.photos) AS photo),
    'created_at', to_char(l.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'expires_at', to_char(l.expires_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
)::text AS shown
FROM listings l JOIN animals a ON a.id = l.livestock_id
LEFT JOIN LATERAL (
    SELECT json_agg(block) AS now FROM jsonb_array_elements(a.blocks) AS block
    WHERE block->>'until' IS NULL OR (block->>'until')::timestamptz > $10
) AS blocked ON a.blocks <> '[]'
"""
"""A listing as a `ListingOut` in JSON. Building it in the database costs a fifth of building it here."""

_MARKET = f"""{_SHOWN}
WHERE l.state = 'live' AND l.currency = $2
    AND NOT EXISTS (SELECT FROM user_standings s WHERE s.user_id = l.seller_id AND s.status <> 'active')
    AND ($3::text IS NULL OR a.type_name = $3) AND ($4::text IS NULL OR a.breed_name = $4)
    AND ($5::bigint IS NULL OR l.price >= $5) AND ($6::bigint IS NULL OR l.price <= $6)
    AND ($7::timestamptz IS NULL OR (l.created_at, l.id) < ($7, $8::uuid))
ORDER BY l.created_at DESC, l.id DESC LIMIT $9
"""


async def market(db: Database, filters: Filters) -> str:
    """Returns the active listings of active sellers, newest first, as a `Page[ListingOut]` in JSON."""
    after = Paging(limit=filters.limit, cursor=filters.cursor).after(datetime, UUID) or (None, None)
    places = digits(filters.currency)
    low = None if filters.min_price is None else ceil(filters.min_price.scaleb(places))
    high = None if filters.max_price is None else floor(filters.max_price.scaleb(places))
    rows = await db.fetch(
        _MARKET,
        places,
        filters.currency,
        filters.type_name,
        filters.breed_name,
        low,
        high,
        *after,
        filters.limit + 1,
        clock.now(),
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
