"""What time triggers."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import housekeeping
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand, every
from identity import accounts, codes, mails, sessions, tokens
from identity.account_requests import service as account_requests
from identity.account_requests.models import AccountRequest
from identity.activity.models import Activity
from identity.addresses.models import EmailChange
from identity.administration.models import Invitation
from identity.known_devices.models import KnownDevice
from identity.mails import Mail
from identity.models import VERIFICATION_LIFETIME, Session, SigningKey, Verification
from identity.passkeys.models import PasskeyChallenge
from identity.phones.models import PhoneVerification
from identity.resets import service as resets
from identity.resets.models import PasswordReset
from identity.sms import service as sms
from identity.sms.models import Sms
from identity.throttle import LoginFailures
from identity.two_factor.models import LoginChallenge

REQUESTS = 100

_KEPT = (
    (Verification.expires_at, timedelta()),
    (Invitation.expires_at, timedelta()),
    (PasswordReset.expires_at, timedelta()),
    (LoginChallenge.expires_at, timedelta()),
    (PasskeyChallenge.expires_at, timedelta()),
    (EmailChange.expires_at, codes.WINDOW),
    (PhoneVerification.expires_at, codes.WINDOW),
    (LoginFailures.last_failed_at, timedelta(days=1)),
    (AccountRequest.created_at, VERIFICATION_LIFETIME),
    (Session.expires_at, timedelta(days=1)),
    (KnownDevice.last_used_at, timedelta(days=365)),
    (Mail.created_at, timedelta(days=7)),
    (Sms.created_at, timedelta(days=7)),
    (Activity.at, timedelta(days=365)),
    (SigningKey.retired_at, tokens.LIFETIME + timedelta(minutes=5)),
)
"""How long after which time. A signing key: until its last token has expired, and minutes for clocks that differ."""


@every(300)
async def forget(db: AsyncSession) -> None:
    """What has expired is deleted, in bounded batches; what could not be sent while it was of use is given up."""
    await mails.abandon_old(db, older_than=VERIFICATION_LIFETIME)
    await sms.abandon_old(db, older_than=PhoneVerification.lifetime)
    for time, age in _KEPT:
        await housekeeping.forget(db, time, older_than=age)


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
                session,
                email=asked.email,
                registration=asked.registration,
                secret=runtime.db.data_key,
                public_url=public_url,
            )
    return True


@errand(0.5)
async def announce_revocations(runtime: Runtime) -> None:
    """Tells the fleet which sessions have ended."""
    if runtime.redis is not None:
        await sessions.announce(runtime.db, runtime.redis)
