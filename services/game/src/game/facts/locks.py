"""Locks on what facts of several events come together by, and on the animals that are followed."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from game.facts.models import Followed
from game.tables import Rank

_TAKE = text(
    "SELECT pg_advisory_xact_lock(7305030, hashtext(id::text)) FROM"
    " (SELECT id FROM unnest(CAST(:ids AS uuid[])) AS id ORDER BY id) AS ordered"
)


async def _take(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await db.execute(_TAKE, {"ids": sorted(ids)})


REQUESTS = Lock(Rank.FACTS, _take)
"""Keys: ids of requests for care. Payments learn by them which animal they are for, in whatever order events come."""


async def _follow(db: UnitOfWork, ids: Collection[UUID]) -> None:
    theirs = select(Followed.livestock_id).where(among(Followed.livestock_id, ids))
    await db.execute(theirs.order_by(Followed.livestock_id).with_for_update())


FOLLOWED = Lock(Rank.FOLLOWED, _follow)
"""Keys: ids of animals. Those that are followed are due to be scored when facts about them come."""
