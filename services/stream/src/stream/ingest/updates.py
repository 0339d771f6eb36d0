"""What the media server asks every two seconds of each stream: whether it may go on."""

import time
from dataclasses import dataclass, field
from datetime import timedelta

from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.errors import is_outage
from stream.ingest import service
from stream.ingest.errors import PublisherEnded
from stream.ingest.keys import digest
from stream.revocations import memory
from stream.revocations.errors import RevocationsUnknown
from stream.revocations.memory import Given
from stream.settings import Settings

_NOTED = timedelta(seconds=10)
"""It is written down that a session was heard, but not each time."""

_HEAR = """
    WITH heard AS (
        UPDATE publishers SET heard_at = $2 WHERE key_digest = $1 AND state = 'live' AND heard_at < $3
    )
    SELECT camera_id, device_id, moment FROM publishers WHERE key_digest = $1 AND state = 'live'
"""


@dataclass
class _Trust:
    """Until when each session that nobody can look at is believed, by its key's digest (monotonic seconds)."""

    until: dict[bytes, float] = field(default_factory=dict)


def _trust(_: Context) -> _Trust:
    return _Trust()


async def require_live(context: Context, key: str) -> None:
    """Returns if a session may go on. Raises PublisherEnded where it was ended, replaced or revoked.

    While the database does not answer, what was in order goes on for `publisher_trust`.
    """
    key_digest, trusted = digest(key), context.once(_trust).until
    try:
        row = await _heard(context, key_digest)
    except Exception as error:
        if not isinstance(error, RevocationsUnknown) and not is_outage(error):
            raise
        lasts = context.settings(Settings).publisher_trust.total_seconds()
        if trusted.setdefault(key_digest, time.monotonic() + lasts) < time.monotonic():
            raise PublisherEnded from error
        return
    trusted.pop(key_digest, None)
    if row is None:
        raise PublisherEnded


async def _heard(context: Context, key_digest: bytes) -> Record | None:
    """The live session with this key, unless it was revoked: then it ends."""
    now = clock.now()
    rows = await context.db.fetch(_HEAR, key_digest, now, now - _NOTED)
    if not rows:
        return None
    given = Given(rows[0]["moment"], camera_id=rows[0]["camera_id"], device_id=rows[0]["device_id"])
    if (await memory.current(context)).ends(given):
        async with context.db.unit_of_work() as db:
            await service.end(db, key_digest, "revoked")
        return None
    return rows[0]
