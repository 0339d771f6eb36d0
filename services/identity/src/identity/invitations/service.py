"""Lets people choose a password that no administrator knows, by a link that works once."""

import secrets

import structlog
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserEmailVerified
from identity.activity.caller import Client
from identity.activity.service import note
from identity.digests import digest
from identity.handles import service as handles
from identity.invitations import letters
from identity.invitations.errors import InvalidInvitation, UsernameKept
from identity.invitations.models import LIFETIME, Invitation
from identity.mails import service as mails
from identity.passwords import service as passwords
from identity.sessions import ending
from identity.standing import credentials
from identity.standing import service as standing
from identity.users.errors import UsernameTaken
from identity.users.models import User
from identity.verifications import service as verifications

log = structlog.get_logger()


async def nobodys_password() -> str:
    """The hash of a password that nobody knows. Comparing with it takes as long as with any other."""
    return await passwords.hashed(secrets.token_urlsafe(32))


async def send(db: UnitOfWork, user: User, *, public_url: str) -> None:
    """Mails a link by which the owner of the address chooses a password. The previous link is void."""
    token, now = secrets.token_urlsafe(32), clock.now()
    await void(db, user)
    db.add(
        Invitation(
            id=new_id(),
            user_id=user.id,
            token_digest=digest(token),
            created_at=now,
            expires_at=now + LIFETIME,
        )
    )
    letter = letters.choose_another_password if user.email_verified else letters.invitation
    mails.write(db, recipient=user.email, **letter(public_url, token=token))


async def void(db: UnitOfWork, user: User) -> None:
    """Makes the account's link void."""
    await db.execute(delete(Invitation).where(Invitation.user_id == user.id))


async def accept(db: Database, *, token: str, password: str, username: str | None, client: Client) -> None:
    """Sets the password, ends all sessions and, for a new account, verifies the address. It signs nobody in.

    Raises InvalidInvitation, WeakPassword, UsernameTaken, UsernameKept.
    """
    async with db.unit_of_work() as session:
        user = await _invited(session, token)
    await passwords.refuse_weak(password, email=user.email, username=username or user.username)
    password_hash = await passwords.hashed(password)
    async with db.unit_of_work() as session:
        user = await _invited(session, token, claim=True)
        await _settle(session, user, username=username, password_hash=password_hash)
        await ending.start_over(session, user_id=user.id)
        note(session, user_id=user.id, action="invitation_accepted", client=client)
    log.info("invitation.accepted", user_id=user.id)


async def _invited(db: UnitOfWork, token: str, *, claim: bool = False) -> User:
    """Whose link it is; with `claim` the account is locked and the link used up. Raises InvalidInvitation."""
    good = (Invitation.token_digest == digest(token)) & (Invitation.expires_at > clock.now())
    owner = select(Invitation.user_id).where(good).scalar_subquery()
    query = select(User).where(User.id == owner, User.status == "active")
    user = await db.scalar(query.with_for_update(key_share=True) if claim else query)
    if user is None:
        raise InvalidInvitation
    if claim and await db.scalar(delete(Invitation).where(good).returning(Invitation.id)) is None:
        raise InvalidInvitation
    return user


async def _settle(db: UnitOfWork, user: User, *, username: str | None, password_hash: str) -> None:
    """Sets the password, and gives a new account to whoever reads its mail."""
    user.change_password(password_hash, clock.now())
    await credentials.changed(db, user, "password")
    if user.email_verified:
        if username is not None:
            raise UsernameKept
        return
    user.username, user.email_verified_at = username or user.username, clock.now()
    try:
        await db.flush()
    except IntegrityError as error:
        raise UsernameTaken from error
    await verifications.void(db, user)
    emit(db, UserEmailVerified(user_id=user.id, role=user.role))
    await standing.announce(db, user)
    handles.announce(db, user)
