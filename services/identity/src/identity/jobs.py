"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
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
from identity.settings import Settings
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
async def forget(db: UnitOfWork) -> None:
    """What has expired is deleted, in bounded batches; what could not be sent while it was of use is given up."""
    await mails.abandon_old(db, older_than=VERIFICATION_LIFETIME)
    await sms.abandon_old(db, older_than=PhoneVerification.lifetime)
    for time, age in _KEPT:
        await housekeeping.forget(db, time, older_than=age)


@task(0.5)
async def send_mails(context: Context) -> None:
    """Sends the mails that are due."""
    await mails.send_due(context.db, context.settings(Settings))


@task(0.5)
async def send_sms(context: Context) -> None:
    """Sends the SMS that are due."""
    await sms.send_due(context.db, context.http, context.settings(Settings))


@task(0.5)
async def answer_requests(context: Context) -> None:
    """Answers who registers and who has forgotten a password, each in a transaction of its own."""
    for _ in range(REQUESTS):
        if not await _answer_one(context):
            return


async def _answer_one(context: Context) -> bool:
    """Whether somebody was waiting."""
    public_url = context.config.public_url
    async with context.db.unit_of_work() as session:
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
                secret=context.db.data_key,
                public_url=public_url,
            )
    return True


@task(0.5)
async def announce_revocations(context: Context) -> None:
    """Tells the fleet which sessions have ended."""
    if context.redis is not None:
        await sessions.announce(context.db, context.redis)
