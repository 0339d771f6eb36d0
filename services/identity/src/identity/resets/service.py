"""Another password: asked for by mail, or changed by who knows the one before."""

import secrets
from uuid import UUID

import structlog

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity import accounts, credentials, letters, mails, passwords, sessions, throttle
from identity.activity.service import Client, note
from identity.addresses import service as addresses
from identity.models import User
from identity.resets import links
from identity.resets.errors import InvalidReset, WrongPassword

log = structlog.get_logger()


async def answer(db: UnitOfWork, *, email: str, public_url: str) -> None:
    """Answers who has forgotten the password with a mail, if the address has an account.

    It is within the limit of mails an hour; but who has no good link gets one, however many others made us send.
    """
    user = await db.scalar(accounts.by_email(email).with_for_update())
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


async def reset(db: Database, *, token: str, new_password: str, secret: bytes, client: Client) -> None:
    """Makes it the password of the user whose newest mail has the token, once, and ends all their sessions.

    It signs nobody in: whoever reads the mail still lacks the second factor. Raises InvalidReset, WeakPassword.
    """
    async with db.unit_of_work() as session:
        user = await session.scalar(links.user_of(token))
    if user is None:
        raise InvalidReset
    await passwords.refuse_weak(new_password, email=user.email, username=user.username)
    password_hash = await passwords.hashed(new_password)
    async with db.unit_of_work() as session:
        locked = await session.get(User, user.id, with_for_update=True)
        if locked is None or await session.scalar(links.user_of(token)) is None:
            raise InvalidReset
        await _change(session, locked, password_hash, action="password_reset", client=client)
        await sessions.start_over(session, user_id=user.id)
    for name in (locked.email, locked.username):
        await throttle.forgive(db, throttle.of_login(secret, name, address=client.address))


async def change(
    db: Database, *, me: Principal, current_password: str, new_password: str, secret: bytes, client: Client
) -> None:
    """Replaces the current password and ends all other sessions.

    Raises Unauthenticated, TooManyAttempts, WrongPassword, WeakPassword, TooBusy.
    """
    async with db.unit_of_work() as session:
        user = await accounts.profile(session, me=me)
    counters = throttle.of_session(secret, me.session_id)
    await throttle.attempt(db, counters)
    if not await passwords.matches(user.password_hash, current_password):
        raise WrongPassword
    await throttle.forgive(db, counters)
    await passwords.refuse_weak(new_password, email=user.email, username=user.username)
    password_hash = await passwords.hashed(new_password)
    async with db.unit_of_work() as session:
        locked = await accounts.owner(session, me=me)
        if locked.password_hash != user.password_hash:
            raise WrongPassword
        await _change(session, locked, password_hash, action="password_changed", client=client)
        await sessions.start_over(session, user_id=user.id, but=UUID(me.session_id))


async def _change(db: UnitOfWork, user: User, password_hash: str, *, action: str, client: Client) -> None:
    """Whoever had begun to take the account over has to begin anew: open links and changes of address are void."""
    user.change_password(password_hash, clock.now())
    await credentials.changed(db, user, "password")
    await links.void(db, user)
    await addresses.void(db, user)
    note(db, user_id=user.id, action=action, client=client)
    mails.write(db, recipient=user.email, **letters.password_changed())
    log.info("user.password_changed", user_id=user.id, how=action)
