"""Which saved searches a listing fits, by one statement for all of them.

Four looks at an index find those that name its type and breed, or leave them open, so the cost follows from what may
fit and not from how many searches there are. A search is told of a listing once.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_watching import Match, SavedSearchMatched
from marketplace.listings.models import Listing

_TOLD_AT_ONCE = 500

_MATCH = text("""
WITH listed AS (
    SELECT l.id, l.seller_id, l.currency, l.price, a.type_name, a.breed_name, a.sex, a.weight_kg
    FROM listings l JOIN animals a ON a.id = l.livestock_id WHERE l.id = :listing_id
), told AS (
    INSERT INTO saved_search_matches (search_id, listing_id, matched_at)
    SELECT s.id, l.id, :now FROM listed l JOIN saved_searches s ON s.currency = l.currency
        AND s.type_name = ANY(ARRAY[l.type_name, '']) AND s.breed_name = ANY(ARRAY[l.breed_name, ''])
    WHERE s.sex IN ('', l.sex) AND s.user_id IS DISTINCT FROM l.seller_id
        AND (s.min_price IS NULL OR l.price >= s.min_price) AND (s.max_price IS NULL OR l.price <= s.max_price)
        AND (s.min_weight_kg IS NULL OR l.weight_kg >= s.min_weight_kg)
        AND (s.max_weight_kg IS NULL OR l.weight_kg <= s.max_weight_kg)
        AND NOT EXISTS (SELECT FROM user_standings u WHERE u.user_id = s.user_id AND u.status <> 'active')
    ON CONFLICT DO NOTHING RETURNING search_id
)
SELECT s.id AS search_id, s.user_id FROM told JOIN saved_searches s ON s.id = told.search_id ORDER BY s.id
""")


async def match(db: UnitOfWork, listing_id: UUID) -> None:
    """Tells the searches that a live listing fits, and that were not told of it before."""
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state != "live":
        return
    found = (await db.execute(_MATCH, {"listing_id": listing_id, "now": clock.now()})).all()
    for start in range(0, len(found), _TOLD_AT_ONCE):
        _tell(db, listing, found[start : start + _TOLD_AT_ONCE])


def _tell(db: UnitOfWork, listing: Listing, found: Sequence[Any]) -> None:
    emit(
        db,
        SavedSearchMatched(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            title=listing.title,
            price=listing.money,
            matches=tuple(Match(search_id=row.search_id, user_id=row.user_id) for row in found),
        ),
    )
