"""Replaces a password, with a link from a mail or with the current password."""

from uuid import UUID

import structlog

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.addresses import service as addresses
from identity.mails import service as mails
from identity.password_changes import letters
from identity.password_changes.errors import InvalidReset, WrongPassword
from identity.passwords import service as passwords
from identity.resets import links
from identity.sessions import ending, queries
from identity.standing import credentials
from identity.throttle import service as throttle
from identity.users.models import User

log = structlog.get_logger()


async def reset(db: Database, *, token: str, new_password: str, client: Client) -> None:
    """Sets the password of the user whose newest mail has the token, once, and ends all their sessions.

    It signs nobody in, because whoever reads the mail may lack the second factor. Raises InvalidReset, WeakPassword.
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
        await ending.start_over(session, user_id=user.id)
    for name in (locked.email, locked.username):
        await throttle.forgive(db, throttle.of_login(db.data_key, name, address=client.address))


async def change(db: Database, *, me: Principal, current_password: str, new_password: str, client: Client) -> None:
    """Replaces the current password and ends all other sessions.

    Raises Unauthenticated, TooManyAttempts, WrongPassword, WeakPassword, TooBusy.
    """
    async with db.unit_of_work() as session:
        user = await queries.profile(session, me=me)
    counters = throttle.of_session(db.data_key, me.session_id)
    await throttle.attempt(db, counters)
    if not await passwords.matches(user.password_hash, current_password):
        raise WrongPassword
    await throttle.forgive(db, counters)
    await passwords.refuse_weak(new_password, email=user.email, username=user.username)
    password_hash = await passwords.hashed(new_password)
    async with db.unit_of_work() as session:
        locked = await queries.owner(session, me=me)
        if locked.password_hash != user.password_hash:
            raise WrongPassword
        await _change(session, locked, password_hash, action="password_changed", client=client)
        await ending.start_over(session, user_id=user.id, but=UUID(me.session_id))


async def _change(db: UnitOfWork, user: User, password_hash: str, *, action: str, client: Client) -> None:
    """Also makes open links and changes of address void: whoever began to take the account over must start again."""
    user.change_password(password_hash, clock.now())
    await credentials.changed(db, user, "password")
    await links.void(db, user)
    await addresses.void(db, user)
    note(db, user_id=user.id, action=action, client=client)
    mails.write(db, recipient=user.email, **letters.password_changed())
    log.info("user.password_changed", user_id=user.id, how=action)
