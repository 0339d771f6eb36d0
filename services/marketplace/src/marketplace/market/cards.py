"""Listings as lists show them."""

from collections.abc import Sequence
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_contracts import digits
from marketplace.fees import rules


def _money(minor: str) -> str:
    """An amount in the listing's currency as JSON, of an expression in minor units."""
    amount = f"round({minor} / power(10::numeric, $1::int), $1::int)::text"
    return f"json_build_object('amount', {amount}, 'currency', l.currency)"


CARD = f"""
SELECT l.id, l.created_at, json_build_object(
    'id', l.id, 'livestock_id', l.livestock_id,
    'listing_type', {rules.LISTING_TYPE_SQL},
    'title', l.title, 'description', l.description,
    'price', {_money("l.price")}, 'fee', {_money(rules.FEE_SQL)}, 'fee_basis_points', l.fee_basis_points,
    'negotiable', l.negotiable, 'featured', l.featured, 'views', l.views,
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
    WHERE block->>'until' IS NULL OR (block->>'until')::timestamptz > $2
) AS blocked ON a.blocks <> '[]'
"""
"""A listing as a `ListingOut` in JSON. Building it in the database costs a fifth of building it here.

Takes how many decimals the currency has as $1 and the time as $2.
"""

FOR_ALL = """l.state = 'live'
    AND NOT EXISTS (SELECT FROM user_standings s WHERE s.user_id = l.seller_id AND s.status <> 'active')"""
"""What everybody may find: not what somebody is buying, or whose seller is shut out."""

FOR_SALE_NOW = f"{CARD} WHERE l.id = ANY($3) AND {FOR_ALL} AND l.expires_at > $2 AND blocked.now IS NULL"
"""Those of the listings $3 that can be bought now."""


async def for_sale(db: Database, ids: Sequence[UUID], *, currency: str) -> dict[UUID, str]:
    """Those of these listings, all in one currency, that can be bought now, as `ListingOut` in JSON."""
    rows = await db.fetch(FOR_SALE_NOW, digits(currency), clock.now(), ids)
    return {row["id"]: row["shown"] for row in rows}
