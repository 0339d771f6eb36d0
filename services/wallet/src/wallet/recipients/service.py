"""Finds users by address or username, without letting anybody list who is here."""

from datetime import timedelta
from math import ceil
from typing import Literal
from uuid import UUID

from amigok_chassis import clock, newer, transit
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.models import AVAILABLE, account_id
from wallet.recipients.errors import TooManyAttempts
from wallet.recipients.models import Handle

MISSES = 20
WINDOW = timedelta(hours=1)
Kind = Literal["recipient_id", "email", "username"]
FOR_GOOD = 2**63 - 1
"""The version of a deleted user's handles: nothing comes after it."""

# The search counts as vain before it is made: parallel ones cannot slip past the limit.
_COUNT = """
INSERT INTO misses AS known (user_id, count, since) VALUES ($1, 1, $2)
ON CONFLICT (user_id) DO UPDATE SET
    count = CASE WHEN known.since <= $3 THEN 1 ELSE least(known.count, $4) + 1 END,
    since = CASE WHEN known.since <= $3 THEN $2 ELSE known.since END
RETURNING count, since
"""
_FIND = """
WITH found AS (
    SELECT {column} AS user_id FROM {where} LIMIT 2
), one AS (
    SELECT user_id FROM found WHERE (SELECT count(*) FROM found) = 1
), forgiven AS (
    UPDATE misses SET count = greatest(count - 1, 0) WHERE user_id = $1 AND EXISTS (SELECT FROM one)
)
SELECT user_id FROM one
"""
"""Two have an address while news is on its way of who gave it up: better nobody gets the money than the wrong one."""

_BY_HANDLE = {
    kind: _FIND.format(column="user_id", where=f"handles WHERE {kind}_digest = $2") for kind in ("email", "username")
}
_BY_ID = _FIND.format(column="owner_id", where="accounts WHERE id = $2 AND owner_id IS NOT NULL")


async def resolve(db: Database, *, by: UUID, kind: Kind, handle: UUID | str, currency: str) -> UUID | None:
    """The user who is meant by an id, an address or a username, if they are here and can be paid in this currency.

    After `MISSES` vain searches within an hour, whatever was typed, raises TooManyAttempts.
    """
    now = clock.now()
    ((count, since),) = await db.fetch(_COUNT, by, now, now - WINDOW, MISSES)
    if count > MISSES:
        raise TooManyAttempts(retry_after=max(1, ceil((since + WINDOW - now).total_seconds())))
    if isinstance(handle, UUID):
        rows = await db.fetch(_BY_ID, by, account_id(handle, AVAILABLE, currency))
    else:
        rows = await db.fetch(_BY_HANDLE[kind], by, transit.digest(db.fleet_key, kind, handle.lower()))
    return rows[0]["user_id"] if rows else None


async def keep(
    db: UnitOfWork, user_id: UUID, *, version: int, email_digest: str | None, username_digest: str | None
) -> None:
    """Takes over newer handles of a user."""
    digests = {"email_digest": email_digest, "username_digest": username_digest}
    await newer.keep(db, Handle, {"user_id": user_id, "version": version, **digests})


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Nobody finds the user any more, whatever news are still to come."""
    await keep(db, user_id, version=FOR_GOOD, email_digest=None, username_digest=None)
