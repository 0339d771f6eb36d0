"""Locks on what facts of several events come together by."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.service import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from game.tables import Rank

_TAKE = text(
    "SELECT pg_advisory_xact_lock(7305030, hashtext(id::text)) FROM"
    " (SELECT id FROM unnest(CAST(:ids AS uuid[])) AS id ORDER BY id) AS ordered"
)


async def _take(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await db.execute(_TAKE, {"ids": sorted(ids)})


REQUESTS = Lock(Rank.FACTS, _take)
"""Keys: ids of requests for care. Payments learn by them which animal they are for, in whatever order events come."""
