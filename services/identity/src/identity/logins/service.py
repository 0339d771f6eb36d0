"""Signs users in."""

from uuid import UUID

import structlog
from sqlalchemy import func, select, update

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.devices import service as devices
from identity.devices.models import KnownDevice
from identity.logins import challenges
from identity.logins.errors import InvalidCredentials, SecondFactorRefused
from identity.logins.schemas import SecondFactorLogin, SecondFactorOut
from identity.passwords import service as passwords
from identity.sessions import service as sessions
from identity.sessions.errors import AccountDeactivated
from identity.sessions.schemas import LoginOut
from identity.throttle import service as throttle
from identity.two_factor import proofs
from identity.users.models import User

log = structlog.get_logger()


async def login(
    db: Database, *, login: str, password: str, client: Client, config: Settings
) -> LoginOut | SecondFactorOut:
    """Opens a session for an e-mail address or username and its password, or asks for the second factor.

    An unknown user and a wrong password look the same and take as long. So does an unverified address, even with its
    password: otherwise a person who registers with an address would learn whether it has an account. Only somebody who
    knows the password is told that an account is deactivated.
    Raises InvalidCredentials, AccountDeactivated, TooManyAttempts, TooBusy.
    """
    passwords.refuse_when_busy()
    async with db.unit_of_work() as session:
        user, device_id = await _find(session, login, client.device_token)
    counters = throttle.of_login(db.data_key, login, address=client.address, device_id=device_id)
    await throttle.attempt(db, counters)
    right = await passwords.matches(user.password_hash if user else None, password)
    if user is None or not right:
        raise InvalidCredentials
    await throttle.forgive(db, counters)
    renewed = await passwords.hashed(password) if passwords.is_outdated(user.password_hash) else None
    async with db.unit_of_work() as session:
        user = await _still_let_in(session, user, password)
        if renewed:
            await _renew(session, user, renewed)
        asked = await challenges.asked(session, user=user, password_hash=renewed or user.password_hash, config=config)
        return asked or await sessions.open_session(session, user=user, methods=["pwd"], client=client, config=config)


async def complete(db: Database, *, answer: SecondFactorLogin, client: Client, config: Settings) -> LoginOut:
    """Opens the session of a login whose second factor is proved.

    A challenge opens one session; five wrong proofs end it. Raises ChallengeOver, SecondFactorRefused, TooManyAttempts.
    """
    opened = None
    async with db.unit_of_work() as session:
        challenge, user = await challenges.open_one(session, answer.challenge, now=clock.now())
        methods = await proofs.proven(
            session, user=user, proof=answer, purpose="second_factor", client=client, config=config
        )
        if methods:
            await session.delete(challenge)
            opened = await sessions.open_session(
                session, user=user, methods={"pwd", *methods}, client=client, config=config
            )
        else:
            challenge.wrong += 1
            log.info("second_factor.refused", user_id=user.id)
    if opened is None:
        raise SecondFactorRefused
    return opened


async def _find(db: UnitOfWork, login: str, device_token: str | None) -> tuple[User | None, UUID | None]:
    """The verified user with this address or username, and the known device with this token, in one query.

    The letter case is folded here as the throttle folds it, so that no other spelling finds the same user.
    """
    name = User.email if "@" in login else User.username
    found = await db.execute(
        select(User, KnownDevice.id)
        .outerjoin(KnownDevice, devices.is_it(device_token or "", User.id))
        .where(func.lower(name) == login.casefold(), User.email_verified_at.is_not(None))
    )
    row = found.first()
    return (row[0], row[1]) if row else (None, None)


async def _still_let_in(db: UnitOfWork, user: User, password: str) -> User:
    """The user as of now, locked, so that whoever takes the role or account away also ends the session opened here.

    Raises InvalidCredentials when the password has been changed meanwhile, AccountDeactivated.
    """
    present = await db.get(User, user.id, with_for_update={"key_share": True})
    if present is None:
        raise InvalidCredentials
    unchanged = present.password_hash == user.password_hash
    if not unchanged and not await passwords.matches(present.password_hash, password):
        raise InvalidCredentials
    if not present.is_active:
        raise AccountDeactivated
    return present


async def _renew(db: UnitOfWork, user: User, password_hash: str) -> None:
    """Replaces a hash that was made with outdated parameters."""
    same = User.id == user.id, User.password_hash == user.password_hash
    await db.execute(update(User).where(*same).values(password_hash=password_hash))
