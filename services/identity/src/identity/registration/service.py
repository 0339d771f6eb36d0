"""Answers registrations, and makes the first administrator."""

from typing import Any

import structlog
from sqlalchemy.exc import IntegrityError

from amigok_chassis import audit, clock
from amigok_chassis.db import Database
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserEmailVerified, UserRegistered
from identity.invitations import service as invitations
from identity.mails import service as mails
from identity.passwords import service as passwords
from identity.registration import letters
from identity.standing import service as standing
from identity.users.errors import UsernameTaken
from identity.users.models import User
from identity.users.service import claimed
from identity.verifications import service as verifications

log = structlog.get_logger()


async def answer(db: UnitOfWork, *, email: str, registration: dict[str, Any], public_url: str) -> None:
    """Sends the mail with which the owner of the address can continue.

    Registering again before the address is verified replaces the earlier choices and sends another mail.
    """
    now = clock.now()
    user, is_new = await claimed(db, email=email, now=now, **registration)
    if is_new:
        emit(db, UserRegistered(user_id=user.id, role=user.role))
        log.info("user.registered", user_id=user.id)
    if not user.is_active or not await mails.may_receive(db, user.email):
        return
    if user.email_verified:
        mails.write(db, recipient=user.email, **letters.already_registered(public_url))
    elif not user.is_claim:
        await invitations.send(db, user, public_url=public_url)
    else:
        user.choose(**registration)
        await verifications.ask(db, user, now=now, public_url=public_url)


async def create_administrator(db: Database, *, email: str, username: str, password: str) -> User | None:
    """Makes an administrator whose address counts as verified. Returns None when the address has an account already.

    A job of `handles` publishes how the administrator is found, because the command that calls this may lack the fleet
    key. Their decisions on what others propose count at once: whoever can run the command has the database anyway.
    Raises WeakPassword, UsernameTaken.
    """
    await passwords.refuse_weak(password, email=email, username=username)
    password_hash = await passwords.hashed(password)
    now = clock.now()
    chosen = {"username": username, "full_name": None, "role": "admin", "password_hash": password_hash}
    async with db.unit_of_work() as session:
        user, is_new = await claimed(session, email=email, now=now, **chosen)
        if not is_new:
            return None
        user.email_verified_at = user.decides_from = now
        try:
            await session.flush()
        except IntegrityError as error:
            raise UsernameTaken from error
        emit(session, UserRegistered(user_id=user.id, role=user.role))
        emit(session, UserEmailVerified(user_id=user.id, role=user.role))
        await standing.announce(session, user)
        audit.record(
            session,
            "user.created",
            subject_id=user.id,
            after=audit.picture(user, "email", "username", "role", "status"),
            personal={"email", "username"},
        )
    return user
