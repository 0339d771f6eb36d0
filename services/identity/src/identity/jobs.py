"""What time triggers."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand, every
from identity import mails, sessions
from identity.models import VERIFICATION_LIFETIME

BATCH = 5_000

_FORGET = (
    (
        "DELETE FROM verifications WHERE id IN (SELECT id FROM verifications WHERE expires_at < :before LIMIT :batch)",
        timedelta(),
    ),
    (
        "DELETE FROM login_failures WHERE (account, address) IN "
        "(SELECT account, address FROM login_failures WHERE last_failed_at < :before LIMIT :batch)",
        timedelta(days=1),
    ),
    (
        "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_at < :before LIMIT :batch)",
        timedelta(),
    ),
    (
        "DELETE FROM activities WHERE id IN (SELECT id FROM activities WHERE at < :before LIMIT :batch)",
        timedelta(days=365),
    ),
    (
        "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < :before LIMIT :batch)",
        timedelta(days=1),
    ),
    (
        "UPDATE mails SET abandoned_at = :now, text = '' WHERE id IN "
        "(SELECT id FROM mails WHERE sent_at IS NULL AND abandoned_at IS NULL AND created_at < :before LIMIT :batch)",
        VERIFICATION_LIFETIME,
    ),
    (
        "DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE created_at < :before LIMIT :batch)",
        timedelta(days=7),
    ),
)


@every(300)
async def forget(db: AsyncSession) -> None:
    """What has expired is deleted, in bounded batches; a mail that could not be sent in a day is given up."""
    now = clock.now()
    for statement, age in _FORGET:
        parameters = {"before": now - age, "batch": BATCH}
        await db.execute(text(statement), parameters | ({"now": now} if ":now" in statement else {}))


@errand(0.5)
async def send_mails(runtime: Runtime) -> None:
    """Sends the mails that are due."""
    await mails.send_due(runtime.db, runtime.own)


@errand(0.5)
async def announce_revocations(runtime: Runtime) -> None:
    """Tells the fleet which sessions have ended."""
    if runtime.redis is not None:
        await sessions.announce(runtime.db, runtime.redis)
