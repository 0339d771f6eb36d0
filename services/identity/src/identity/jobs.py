"""What time triggers."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand, every
from identity import accounts, codes, mails, sessions, tokens
from identity.account_requests import service as account_requests
from identity.models import VERIFICATION_LIFETIME
from identity.phones.models import PhoneVerification
from identity.resets import service as resets
from identity.sms import service as sms

BATCH = 5_000
REQUESTS = 100

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
    *(
        (
            f"DELETE FROM {table} WHERE digest IN (SELECT digest FROM {table} WHERE expires_at < :before LIMIT :batch)",
            timedelta(),
        )
        for table in ("login_challenges", "passkey_challenges")
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
    (
        "DELETE FROM account_requests WHERE id IN "
        "(SELECT id FROM account_requests WHERE created_at < :before LIMIT :batch)",
        VERIFICATION_LIFETIME,
    ),
    (
        "DELETE FROM password_resets WHERE user_id IN "
        "(SELECT user_id FROM password_resets WHERE expires_at < :before LIMIT :batch)",
        timedelta(),
    ),
    (
        "DELETE FROM email_changes WHERE id IN (SELECT id FROM email_changes WHERE expires_at < :before LIMIT :batch)",
        codes.WINDOW,
    ),
    (
        "DELETE FROM phone_verifications WHERE id IN "
        "(SELECT id FROM phone_verifications WHERE expires_at < :before LIMIT :batch)",
        codes.WINDOW,
    ),
    (
        "UPDATE sms SET abandoned_at = :now, text = '' WHERE id IN "
        "(SELECT id FROM sms WHERE sent_at IS NULL AND abandoned_at IS NULL AND created_at < :before LIMIT :batch)",
        PhoneVerification.lifetime,
    ),
    (
        "DELETE FROM sms WHERE id IN (SELECT id FROM sms WHERE created_at < :before LIMIT :batch)",
        timedelta(days=7),
    ),
    (
        "DELETE FROM signing_keys WHERE kid IN (SELECT kid FROM signing_keys WHERE retired_at < :before LIMIT :batch)",
        tokens.LIFETIME + timedelta(minutes=5),
    ),
)


@every(300)
async def forget(db: AsyncSession) -> None:
    """What has expired is deleted, in bounded batches; what could not be sent while it was of use is given up.

    A retired signing key goes when the last token it signed has expired, and five minutes for clocks that differ.
    """
    now = clock.now()
    for statement, age in _FORGET:
        parameters = {"before": now - age, "batch": BATCH}
        await db.execute(text(statement), parameters | ({"now": now} if ":now" in statement else {}))


@errand(0.5)
async def send_mails(runtime: Runtime) -> None:
    """Sends the mails that are due."""
    await mails.send_due(runtime.db, runtime.own)


@errand(0.5)
async def send_sms(runtime: Runtime) -> None:
    """Sends the SMS that are due."""
    await sms.send_due(runtime.db, runtime.http, runtime.own)


@errand(0.5)
async def answer_requests(runtime: Runtime) -> None:
    """Answers who registers and who has forgotten a password, each in a transaction of its own."""
    for _ in range(REQUESTS):
        if not await _answer_one(runtime):
            return


async def _answer_one(runtime: Runtime) -> bool:
    """Whether somebody was waiting."""
    public_url = runtime.settings.public_url
    async with runtime.db.unit_of_work() as session:
        asked = await account_requests.take(session)
        if asked is None:
            return False
        if asked.registration is None:
            await resets.answer(session, email=asked.email, public_url=public_url)
        else:
            await accounts.answer(
                session, email=asked.email, registration=asked.registration,
                secret=runtime.own.key, public_url=public_url,
            )  # fmt: skip
    return True


@errand(0.5)
async def announce_revocations(runtime: Runtime) -> None:
    """Tells the fleet which sessions have ended."""
    if runtime.redis is not None:
        await sessions.announce(runtime.db, runtime.redis)
