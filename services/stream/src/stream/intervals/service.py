"""Ownership intervals, from what the farm has published about owners."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork

_REMOVE = text("DELETE FROM ownership_intervals WHERE livestock_id = ANY(:animals)")
# A moment belongs to the newest version that began by then, as everywhere in the fleet. So a row that began later
# than one of a higher version has no time of its own.
_ADD = text("""
    INSERT INTO ownership_intervals (livestock_id, version, owner_id, during)
    SELECT livestock_id, version, owner_id, tstzrange(began_at, ended_at)
    FROM (
        SELECT *, min(began_at) OVER (
            PARTITION BY livestock_id ORDER BY version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        ) AS ended_at
        FROM ownerships WHERE livestock_id = ANY(:animals)
    ) AS owned
    WHERE owner_id IS NOT NULL AND (ended_at IS NULL OR ended_at > began_at)
""")


async def rebuild(db: UnitOfWork, animals: Collection[UUID]) -> None:
    """Derives the intervals of animals anew; an animal has few. Whoever calls holds the locks on them."""
    await db.execute(_REMOVE, {"animals": list(animals)})
    await db.execute(_ADD, {"animals": list(animals)})
