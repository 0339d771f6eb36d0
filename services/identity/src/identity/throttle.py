"""Slows the guessing of passwords, and locks nobody out.

Attempts are counted by what was typed, so that they are slowed alike whether or not it names an account, or the same
as something else that was typed. Who brings the token of a device that the account knows has a counter of their own:
what strangers do does not hold them up. Strangers are counted by network, and all together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy import CheckConstraint, String, delete
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis import clock
from amigok_chassis.addresses import network
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import keyed
from identity.errors import TooManyAttempts
from identity.models import Base

ANYWHERE = ""
"""The origin of what is counted wherever it comes from."""

FORGOTTEN_AFTER = timedelta(hours=1)

# The attempt counts as failed before the password is looked at: parallel guesses cannot slip past the limit.
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


class LoginFailures(Base):
    """Wrong passwords or codes for what was typed, by where they came from, and until when the next has to wait."""

    __tablename__ = "login_failures"

    account: Mapped[bytes] = mapped_column(primary_key=True)
    """A keyed digest of what was typed."""
    origin: Mapped[str] = mapped_column(String(45), primary_key=True)
    """A network, a known device, or anywhere."""
    failures: Mapped[int]
    last_failed_at: Mapped[datetime] = mapped_column(index=True)
    blocked_until: Mapped[datetime]

    __table_args__ = (CheckConstraint("failures > 0", name="failures"),)


@dataclass(frozen=True)
class Counter:
    """One count of failures: so many are free, then the delay doubles from a second up to the longest."""

    account: bytes
    origin: str
    free: int = 10
    longest: timedelta = timedelta(minutes=15)


def of_login(secret: bytes, typed: str, *, address: str, device_id: UUID | None = None) -> list[Counter]:
    """By what a login as `typed` is slowed: the known device alone, else the network and then all strangers."""
    account = keyed(secret, "login", typed.casefold())
    if device_id is not None:
        return [Counter(account, f"device {device_id}")]
    strangers = Counter(account, ANYWHERE, free=100, longest=timedelta(minutes=1))
    return [Counter(account, network(address)), strangers]


def of_session(secret: bytes, session_id: str) -> list[Counter]:
    """By what is slowed who is signed in and has to prove it: who has stolen a session hinders no other one."""
    return [Counter(keyed(secret, "session", session_id), ANYWHERE)]


async def attempt(db: Database, counters: Sequence[Counter]) -> None:
    """Counts an attempt. Raises TooManyAttempts when a delay since the last failures is not over.

    Delays end when an hour has been quiet.
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
    """Forgets the failures: the password was right."""
    await db.fetch(_FORGET, [each.account for each in counters], [each.origin for each in counters])


async def tries(db: Database, account: bytes) -> int:
    """Counts a try at a code that was sent, and tells how many there were: the same work whatever was typed."""
    rows = await db.fetch(_TRY, account, ANYWHERE, clock.now())
    return int(rows[0]["failures"])


async def begin(db: UnitOfWork, account: bytes) -> None:
    """Tries are counted from nothing again: another code was sent."""
    await db.execute(delete(LoginFailures).where(LoginFailures.account == account, LoginFailures.origin == ANYWHERE))
