"""What time triggers."""

from datetime import timedelta
from uuid import UUID

from redis.exceptions import RedisError

from amigok_chassis import clock, control, housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, NotYet, poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.models import TOKEN_LIFETIME
from identity.sessions.models import Session

SOON = Backoff(first=timedelta(seconds=0.5), longest=timedelta(seconds=5))


@every(300)
async def forget_sessions(db: UnitOfWork) -> None:
    """Deletes sessions a day after their end, in bounded batches."""
    await housekeeping.forget(db, Session.expires_at, older_than=timedelta(days=1))


@poller(Session, backoff=SOON)
async def announce_revocation(context: Context, session_id: UUID) -> None:
    """Tells all services through Redis that a session was revoked, as long as its tokens would be valid."""
    rows = await context.db.fetch("SELECT revoked_at FROM sessions WHERE id = $1", session_id)
    until = rows[0]["revoked_at"] + TOKEN_LIFETIME if rows else clock.now()
    if context.redis is None or until <= clock.now():
        return
    try:
        await control.revoke(context.redis, [str(session_id)], until=until.timestamp())
    except (RedisError, OSError) as error:
        raise NotYet(type(error).__name__) from error
