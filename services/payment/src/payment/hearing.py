"""Clients may be faster than the broker: what another service has just promised them is here in a moment."""

import asyncio
from typing import Literal
from uuid import UUID

from amigok_chassis.db import Database

PAUSES = (0.02, 0.04, 0.08, 0.16, 0.3, 0.5, 0.9)
"""Seconds between looks, two in all."""


async def heard(db: Database, table: Literal["orders", "payments"], id: UUID) -> None:
    """Returns as soon as the row is there, or when it is no use to wait. Holds no connection meanwhile."""
    for pause in PAUSES:
        if await db.fetch(f"SELECT FROM {table} WHERE id = $1", id):
            return
        await asyncio.sleep(pause)
