"""Mails links to choose another password."""

import secrets

from amigok_chassis.unit_of_work import UnitOfWork
from identity.mails import service as mails
from identity.resets import letters, links
from identity.users.service import by_email


async def answer(db: UnitOfWork, *, email: str, public_url: str) -> None:
    """Sends a mail to somebody who has forgotten the password, if the address has an account.

    The hourly limit of mails applies. But a user without a valid link gets one, however many mails others caused.
    """
    user = await db.scalar(by_email(email).with_for_update())
    if user is None or not user.is_active:
        return
    allowed = await mails.may_receive(db, user.email)
    if not user.email_verified:
        if allowed:
            mails.write(db, recipient=user.email, **letters.not_verified(public_url))
    elif allowed or not await links.is_open(db, user):
        token = secrets.token_urlsafe(32)
        await links.replace(db, user, token)
        mails.write(db, recipient=user.email, **letters.password_reset(public_url, token=token))
