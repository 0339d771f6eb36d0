"""Another password: asked for by mail, or changed by who knows the one before."""

import secrets
from uuid import UUID

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from identity import accounts, mails, notices, passwords, sessions, throttle
from identity.activity.service import Client, note
from identity.addresses import service as addresses
from identity.models import User
from identity.resets import links
from identity.resets.errors import InvalidReset, WrongPassword

log = structlog.get_logger()

_ASK = "INSERT INTO reset_requests (id, email, created_at) VALUES ($1, $2, $3)"
_TAKE = text("""
DELETE FROM reset_requests WHERE id = (SELECT id FROM reset_requests ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING email
""")


async def ask(db: Database, *, email: str) -> None:
    """Notes that somebody asks. Nothing is looked up, so neither answer nor time can tell anything."""
    await db.fetch(_ASK, new_id(), email, clock.now())


async def answer_one(db: Database, *, public_url: str) -> bool:
    """Answers the oldest request with a mail, if its address has an account. Returns whether there was a request."""
    async with db.unit_of_work() as session:
        email = await session.scalar(_TAKE)
        user = await session.scalar(accounts.by_email(email).with_for_update()) if email else None
        if user is not None:
            await _answer(session, user, public_url)
    return email is not None


async def _answer(db: AsyncSession, user: User, public_url: str) -> None:
    """Within the limit of mails an hour; but who has no good link gets one, however many mails others made us send."""
    if not user.is_active:
        return
    allowed = await mails.may_receive(db, user.email)
    if not user.email_verified:
        if allowed:
            mails.write(db, recipient=user.email, **notices.not_verified(public_url))
    elif allowed or not await links.is_open(db, user):
        token = secrets.token_urlsafe(32)
        await links.replace(db, user, token)
        mails.write(db, recipient=user.email, **notices.password_reset(public_url, token=token))


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
        await sessions.end_all(session, user_id=user.id)
    await throttle.forgive(db, account=throttle.account(secret, str(user.id)), address=client.address)


async def change(
    db: Database, *, me: Principal, current_password: str, new_password: str, secret: bytes, client: Client
) -> None:
    """Replaces the current password and ends all other sessions.

    Raises Unauthenticated, TooManyAttempts, WrongPassword, WeakPassword.
    """
    async with db.unit_of_work() as session:
        user = await accounts.profile(session, me=me)
    account = throttle.account(secret, str(user.id))
    await throttle.attempt(db, account=account, address=client.address)
    if not await passwords.matches(user.password_hash, current_password):
        raise WrongPassword
    await throttle.forgive(db, account=account, address=client.address)
    await passwords.refuse_weak(new_password, email=user.email, username=user.username)
    password_hash = await passwords.hashed(new_password)
    async with db.unit_of_work() as session:
        locked = await accounts.owner(session, me=me)
        if locked.password_hash != user.password_hash:
            raise WrongPassword
        await _change(session, locked, password_hash, action="password_changed", client=client)
        await sessions.end_all(session, user_id=user.id, but=UUID(me.session_id))


async def _change(db: AsyncSession, user: User, password_hash: str, *, action: str, client: Client) -> None:
    """Whoever had begun to take the account over has to begin anew: open links and changes of address are void."""
    user.change_password(password_hash, clock.now())
    await links.void(db, user)
    await addresses.void(db, user)
    note(db, user_id=user.id, action=action, client=client)
    mails.write(db, recipient=user.email, **notices.password_changed())
    log.info("user.password_changed", user_id=user.id, how=action)
