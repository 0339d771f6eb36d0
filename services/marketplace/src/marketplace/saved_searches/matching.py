"""Which saved searches a listing fits: those by which it would be found now.

Searches are found by the listing's breed, type and currency, so the cost follows from how many may fit and not from how
many there are. One statement compares all of them; a distance is worked out for those that fit otherwise. A search is
told of a listing once.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.places import Place
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_watching import Match, SavedSearchMatched
from marketplace.listings.models import Listing
from marketplace.searches.asking import EXAMINED_FOR
from marketplace.searches.columns import LISTING_TYPE

_TOLD_AT_ONCE = 500

_FITS = text(f"""
WITH listed AS MATERIALIZED (
    SELECT listing_id, latitude, longitude, search_lexemes(title) || search_lexemes(about) AS words,
        ARRAY[currency, currency || ' type ' || type_name, currency || ' breed ' || breed_name] AS keys,
        jsonb_build_object('type_name', type_name, 'breed_name', breed_name, 'sex', sex, 'farm', farm_id,
            'listing_type', {LISTING_TYPE}) AS values,
        jsonb_build_object('price', price, 'price_per_kg', price_per_kg, 'weight_kg', weight_kg, 'rating', rating,
            'age_days', CAST(:now AT TIME ZONE 'UTC' AS date) - date_of_birth) AS numbers,
        jsonb_build_object('has_photos', photos, 'negotiable', negotiable,
            'health_cleared', coalesce(examined_at >= :examined_since, false)) AS flags
    FROM search_sources WHERE listing_id = :listing_id AND shown AND expires_at > :now
        AND coalesce(blocked_until <= :now, true)
)
SELECT s.id AS search_id, s.user_id, s.asked -> 'near' AS near, CAST(s.asked ->> 'within_km' AS float8) AS within_km,
    l.latitude, l.longitude
FROM listed l JOIN saved_searches s ON s.keys && l.keys
WHERE s.user_id IS DISTINCT FROM :seller_id AND l.flags @> (s.asked -> 'flags')
    AND NOT EXISTS (SELECT FROM jsonb_each(s.asked -> 'values') AS f
        WHERE NOT coalesce(f.value ? (l.values ->> f.key), false))
    AND NOT EXISTS (SELECT FROM jsonb_each(s.asked -> 'bounds') AS f WHERE NOT coalesce(
        CAST(l.numbers ->> f.key AS numeric) >= coalesce(CAST(f.value ->> 'low' AS numeric), '-infinity')
        AND CAST(l.numbers ->> f.key AS numeric) <= coalesce(CAST(f.value ->> 'high' AS numeric), 'infinity'), false))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(s.asked -> 'groups') AS said
        WHERE NOT l.words && ARRAY(SELECT jsonb_array_elements_text(said)))
    AND NOT EXISTS (SELECT FROM user_standings u WHERE u.user_id = s.user_id AND u.status <> 'active')
ORDER BY s.id
""")

_TELL = text("""
INSERT INTO saved_search_matches (search_id, listing_id, matched_at)
SELECT id, :listing_id, :now FROM saved_searches WHERE id = ANY(:ids) ORDER BY id
ON CONFLICT DO NOTHING RETURNING search_id
""")


async def match(db: UnitOfWork, listing_id: UUID) -> None:
    """Tells the searches that a live listing fits, and that were not told of it before."""
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state != "live":
        return
    now = clock.now()
    about = {"listing_id": listing_id, "seller_id": listing.seller_id, "now": now}
    found = await db.execute(_FITS, {**about, "examined_since": now - EXAMINED_FOR})
    fits = {row.search_id: row.user_id for row in found if _is_near(row)}
    told = await db.scalars(_TELL, {"listing_id": listing_id, "now": now, "ids": list(fits)})
    new = sorted(told)
    for start in range(0, len(new), _TOLD_AT_ONCE):
        _tell(db, listing, [Match(search_id=id, user_id=fits[id]) for id in new[start : start + _TOLD_AT_ONCE]])


def _is_near(row: Row[Any]) -> bool:
    """Whether the animal is not too far away, where a search says how far it may be."""
    if row.within_km is None:
        return True
    there = row.latitude is not None
    return there and Place(*row.near).km_to(Place(row.latitude, row.longitude)) <= float(row.within_km)


def _tell(db: UnitOfWork, listing: Listing, matches: Sequence[Match]) -> None:
    emit(
        db,
        SavedSearchMatched(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            title=listing.title,
            price=listing.money,
            matches=tuple(matches),
        ),
    )
