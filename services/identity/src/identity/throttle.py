"""Slows the guessing of passwords, per account and network address, so that nobody can lock another out."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis import clock
from amigok_chassis.db import Database
from identity.digests import keyed
from identity.errors import TooManyAttempts
from identity.models import Base

FREE = 10
LONGEST_DELAY = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)

# The attempt counts as failed before the password is looked at: parallel guesses cannot slip past the limit.
_ATTEMPT = """
INSERT INTO login_failures AS known (account, address, failures, last_failed_at, blocked_until)
VALUES ($1, $2, 1, $3, $3)
ON CONFLICT (account, address) DO UPDATE SET
    failures = CASE WHEN known.last_failed_at < $4 THEN 1 ELSE known.failures + 1 END,
    last_failed_at = $3,
    blocked_until = $3 + CASE
        WHEN known.last_failed_at < $4 OR known.failures + 1 < $5 THEN interval '0'
        ELSE least(interval '1 second' * power(2, least(known.failures + 1 - $5, 20)), $6) END
WHERE known.blocked_until <= $3 OR known.failures < $5
RETURNING failures
"""
_BLOCKED = "SELECT blocked_until FROM login_failures WHERE account = $1 AND address = $2"
_FORGET = "DELETE FROM login_failures WHERE account = $1 AND address = $2"


class LoginFailures(Base):
    """Wrong passwords for one account from one network address, and until when the next has to wait."""

    __tablename__ = "login_failures"

    account: Mapped[bytes] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(String(45), primary_key=True)
    failures: Mapped[int]
    last_failed_at: Mapped[datetime] = mapped_column(index=True)
    blocked_until: Mapped[datetime]

    __table_args__ = (CheckConstraint("failures > 0", name="failures"),)


def account(secret: bytes, who: str) -> bytes:
    """The name under which attempts are counted: of a user's id, or of what names no user."""
    return keyed(secret, "login", who)


async def attempt(db: Database, *, account: bytes, address: str) -> None:
    """Counts an attempt. Raises TooManyAttempts when the delay since the last failures is not over.

    Ten are free; then the delay doubles from a second to a quarter of an hour, until an hour has been quiet.
    """
    now = clock.now()
    quiet = now - FORGOTTEN_AFTER
    if await db.fetch(_ATTEMPT, account, address, now, quiet, FREE, LONGEST_DELAY):
        return
    rows = await db.fetch(_BLOCKED, account, address)
    raise TooManyAttempts(retry_after=_seconds(rows[0][0], now) if rows else 1)


def _seconds(until: datetime, now: datetime) -> int:
    return max(1, ceil((until - now).total_seconds()))


async def forgive(db: Database, *, account: bytes, address: str) -> None:
    """Forgets the failures: the password was right."""
    await db.fetch(_FORGET, account, address)
