"""Slows the guessing of passwords without locking anybody out.

Attempts are counted by what was typed, whether or not it names an account, so delays tell nothing about accounts.
Whoever sends the token of a device that the account knows has a counter of their own: strangers' attempts do not delay
them. Strangers are counted by network, and all together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy import delete

from amigok_chassis import clock
from amigok_chassis.addresses import network
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import keyed
from identity.throttle.errors import TooManyAttempts
from identity.throttle.models import LoginFailures

ANYWHERE = ""
"""The origin of attempts that are counted wherever they come from."""

FORGOTTEN_AFTER = timedelta(hours=1)

# An attempt counts as failed before the password is checked, so that parallel guesses cannot get past the limit.
_ATTEMPT = """
INSERT INTO login_failures AS known (account, origin, failures, last_failed_at, blocked_until)
VALUES ($1, $2, 1, $3, $3)
ON CONFLICT (account, origin) DO UPDATE SET
    failures = CASE WHEN known.last_failed_at < $4 THEN 1 ELSE known.failures + 1 END,
    last_failed_at = $3,
    blocked_until = $3 + CASE
        WHEN known.last_failed_at < $4 OR known.failures + 1 < $5 THEN interval '0'
        ELSE least(interval '1 second' * power(2, least(known.failures + 1 - $5, 20)), $6) END
WHERE known.blocked_until <= $3 OR known.failures < $5
RETURNING failures
"""
_BLOCKED = "SELECT blocked_until FROM login_failures WHERE account = $1 AND origin = $2"
_FORGET = """
DELETE FROM login_failures WHERE (account, origin) IN (SELECT * FROM unnest(CAST($1 AS bytea[]), CAST($2 AS text[])))
"""
_TRY = """
INSERT INTO login_failures AS known (account, origin, failures, last_failed_at, blocked_until)
VALUES ($1, $2, 1, $3, $3)
ON CONFLICT (account, origin) DO UPDATE SET failures = known.failures + 1, last_failed_at = $3
RETURNING failures
"""


@dataclass(frozen=True)
class Counter:
    """One count of failures. `free` attempts are not delayed; then the delay doubles from 1 s to the longest."""

    account: bytes
    origin: str
    free: int = 10
    longest: timedelta = timedelta(minutes=15)


def of_login(secret: bytes, typed: str, *, address: str, device_id: UUID | None = None) -> list[Counter]:
    """The counters of a login as `typed`: the known device's alone, or else the network's and that of all strangers."""
    account = keyed(secret, "login", typed.casefold())
    if device_id is not None:
        return [Counter(account, f"device {device_id}")]
    strangers = Counter(account, ANYWHERE, free=100, longest=timedelta(minutes=1))
    return [Counter(account, network(address)), strangers]


def of_session(secret: bytes, session_id: str) -> list[Counter]:
    """The counter of a signed-in user who has to prove who they are. A stolen session does not delay other sessions."""
    return [Counter(keyed(secret, "session", session_id), ANYWHERE)]


async def attempt(db: Database, counters: Sequence[Counter]) -> None:
    """Counts an attempt. Raises TooManyAttempts while the delay after earlier failures lasts.

    After an hour without attempts there is no delay any more.
    """
    now = clock.now()
    for counter in counters:
        which = counter.account, counter.origin
        if await db.fetch(_ATTEMPT, *which, now, now - FORGOTTEN_AFTER, counter.free, counter.longest):
            continue
        rows = await db.fetch(_BLOCKED, *which)
        raise TooManyAttempts(retry_after=_seconds(rows[0][0], now) if rows else 1)


def _seconds(until: datetime, now: datetime) -> int:
    return max(1, ceil((until - now).total_seconds()))


async def forgive(db: Database, counters: Sequence[Counter]) -> None:
    """Forgets the failures, because the password was right."""
    await db.fetch(_FORGET, [each.account for each in counters], [each.origin for each in counters])


async def tries(db: Database, account: bytes) -> int:
    """Counts an attempt at a code and returns how many there were. It does the same work whatever was typed."""
    rows = await db.fetch(_TRY, account, ANYWHERE, clock.now())
    return int(rows[0]["failures"])


async def begin(db: UnitOfWork, account: bytes) -> None:
    """Resets the count of attempts, because another code was sent."""
    await db.execute(delete(LoginFailures).where(LoginFailures.account == account, LoginFailures.origin == ANYWHERE))
