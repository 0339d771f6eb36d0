"""What all processes learn through Redis: the offset of the clock, and revoked sessions.

It is polled into memory once a second, so requests do not wait for it. During an outage of Redis the last values hold.
"""

import asyncio
from datetime import timedelta

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from amigok_chassis import clock, metrics
from amigok_chassis.auth import TokenVerifier

log = structlog.get_logger()

REVOKED = "amigok:sessions:revoked"
"""A sorted set of session ids, scored by the time when their last access token expires."""

POLL_SECONDS = 1.0


async def revoke(redis: Redis, session_ids: list[str], *, until: float) -> None:
    """Tells every service, within seconds, to refuse these sessions' tokens, which expire by `until` (epoch s)."""
    if session_ids:
        await redis.zadd(REVOKED, dict.fromkeys(session_ids, until))


async def follow(redis: Redis, tokens: TokenVerifier, *, movable_clock: bool) -> None:
    """Keeps this process up to date until it is cancelled."""
    while True:
        try:
            present = clock.now().timestamp()
            async with redis.pipeline(transaction=False) as pipe:
                pipe.zrangebyscore(REVOKED, present, "+inf")
                pipe.zremrangebyscore(REVOKED, "-inf", present - 3600)
                pipe.get(clock.OFFSET_KEY)
                revoked, _, offset = await pipe.execute()
            tokens.revoked = frozenset(member.decode() for member in revoked)
            if movable_clock:
                clock.set_offset(timedelta(seconds=float(offset or 0)))
            metrics.CONTROL_UNREACHABLE.set(0)
        except (RedisError, OSError, ValueError, OverflowError) as error:
            metrics.CONTROL_UNREACHABLE.set(1)
            log.warning("control.unreachable", error=repr(error))
        await asyncio.sleep(POLL_SECONDS)
