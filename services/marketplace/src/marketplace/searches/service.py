"""Finds what is for sale."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.context import Context
from marketplace.listings.errors import NotListed
from marketplace.market.cards import for_sale
from marketplace.popular.service import tally_of
from marketplace.searches import present
from marketplace.searches.asking import Asked
from marketplace.searches.backend import backend_of
from marketplace.searches.reading import read
from marketplace.searches.schemas import Filters

MOST_SIMILAR = 12
_NEWEST = """
    SELECT id, currency FROM listings WHERE livestock_id = $1 AND state IN ('live', 'reserved', 'sold', 'expired')
    ORDER BY created_at DESC LIMIT 1
"""


async def search(context: Context, filters: Filters, *, who: str) -> str:
    """A page of what is for sale and wanted, as a `Found` in JSON. Raises InvalidCursor, Unavailable.

    `who` is counted among those who have searched these words, if listings have all of them.
    """
    said = await read(context.db, filters.q)
    asked = Asked.of(filters, said.groups, clock.now())
    answer = await backend_of(context).find(asked)
    if answer.hits and said.words and filters.cursor is None and not said.meant:
        tally_of(context).add(said.words, who)
    return await present.found(context.db, asked, answer, said)


async def similar(context: Context, livestock_id: UUID) -> str:
    """Animals for sale that are like one that is or was for sale, as `Similar` in JSON. Raises NotListed."""
    rows = await context.db.fetch(_NEWEST, livestock_id)
    if not rows:
        raise NotListed
    ids = await backend_of(context).similar(rows[0]["id"], now=clock.now(), limit=MOST_SIMILAR)
    cards = await for_sale(context.db, ids, currency=rows[0]["currency"])
    return f'{{"items":[{",".join(cards[id] for id in ids if id in cards)}]}}'
