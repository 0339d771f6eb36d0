"""Clients may be faster than the broker: what another service has just published arrives in a moment."""

import asyncio
from uuid import UUID

from amigok_chassis.db import Database

PAUSES = (0.02, 0.04, 0.08, 0.16, 0.3, 0.5, 0.9)
"""Seconds between two queries; about two seconds in all."""

ORDER = "SELECT FROM orders WHERE id = $1"
PAYMENT = "SELECT FROM payments WHERE id = $1"
EXIT_ANSWERED = "SELECT FROM payments WHERE id = $1 AND exit IS DISTINCT FROM 'asked'"


async def wait_for(db: Database, query: str, id: UUID) -> None:
    """Returns as soon as the query finds a row, or after two seconds. Holds no connection between two queries."""
    for pause in PAUSES:
        if await db.fetch(query, id):
            return
        await asyncio.sleep(pause)
