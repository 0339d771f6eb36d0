"""What time triggers."""

from datetime import timedelta

from redis.asyncio import Redis

from amigok_chassis import clock, control, housekeeping
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.models import TOKEN_LIFETIME
from identity.sessions.models import Session

BATCH = 500

_UNANNOUNCED = """
SELECT id, revoked_at FROM sessions WHERE revoked_at IS NOT NULL AND announced_at IS NULL
ORDER BY revoked_at LIMIT $1
"""
_ANNOUNCED = "UPDATE sessions SET announced_at = $1 WHERE id = ANY($2)"


@every(300)
async def forget_sessions(db: UnitOfWork) -> None:
    """Deletes sessions a day after their end, in bounded batches."""
    await housekeeping.forget(db, Session.expires_at, older_than=timedelta(days=1))


@task(0.5)
async def announce_revocations(context: Context) -> None:
    """Tells all services which sessions were revoked, and tries again until Redis has accepted it."""
    if context.redis is not None:
        await _announce(context.db, context.redis)


async def _announce(db: Database, redis: Redis) -> None:
    rows = await db.fetch(_UNANNOUNCED, BATCH)
    if not rows:
        return
    until = max(row["revoked_at"] for row in rows) + TOKEN_LIFETIME
    await control.revoke(redis, [str(row["id"]) for row in rows], until=until.timestamp())
    await db.fetch(_ANNOUNCED, clock.now(), [row["id"] for row in rows])
