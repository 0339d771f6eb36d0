"""How people come to have an account: registration, the proof of an address, the first administrator."""

import secrets
from datetime import datetime
from hmac import compare_digest
from typing import Any, Literal
from uuid import UUID

import structlog
from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserEmailVerified, UserRegistered
from identity import credentials, letters, mails, passwords, throttle
from identity.account_requests import service as account_requests
from identity.administration import invitations
from identity.digests import digest, keyed
from identity.errors import InvalidVerification, UsernameTaken
from identity.handles import service as handles
from identity.models import CODE_TRIES, VERIFICATION_LIFETIME, Session, User, Verification
from identity.standing import service as standing

log = structlog.get_logger()

_USERNAME_HELD = """
SELECT 1 FROM users WHERE lower(username) = lower($1) AND email_verified_at IS NOT NULL
"""


async def register(db: Database, *, email: str, username: str, password: str, full_name: str | None, role: str) -> None:
    """Asks for an account. The address is not looked up before `answer`, so neither answer nor time can tell of it.

    A username belongs to whoever has verified an address with it, so a taken one says nothing about addresses.
    Raises WeakPassword, UsernameTaken.
    """
    await passwords.refuse_weak(password, email=email, username=username)
    if await db.fetch(_USERNAME_HELD, username):
        raise UsernameTaken
    chosen = {"username": username, "full_name": full_name, "role": role}
    chosen["password_hash"] = await passwords.hashed(password)
    await account_requests.ask(db, email=email, registration=chosen)


async def answer(db: UnitOfWork, *, email: str, registration: dict[str, Any], secret: bytes, public_url: str) -> None:
    """Writes the mail that lets the owner of the address go on.

    Registering again before the address is verified replaces what was chosen before and sends another mail.
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
        await throttle.begin(db, _tried(secret, user.email))
        _ask_for_proof(db, user, now=now, secret=secret, public_url=public_url)


async def claimed(session: UnitOfWork, *, email: str, now: datetime, **chosen: str | None) -> tuple[User, bool]:
    """The account of the address, locked, and whether it was made just now."""
    while True:
        new = await session.scalar(
            insert(User)
            .values(id=new_id(), email=email, created_at=now, **chosen)
            .on_conflict_do_nothing()
            .returning(User.id)
        )
        user = await session.scalar(by_email(email).with_for_update())
        if user is not None:  # else it went to another address in between
            return user, new is not None


def _ask_for_proof(session: UnitOfWork, user: User, *, now: datetime, secret: bytes, public_url: str) -> None:
    token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06}"
    session.add(
        Verification(
            id=new_id(),
            user_id=user.id,
            token_digest=digest(token),
            code_digest=_code(secret, user.id, code),
            username=user.username,
            full_name=user.full_name,
            role=user.role,
            password_hash=user.password_hash,
            created_at=now,
            expires_at=now + VERIFICATION_LIFETIME,
        )
    )
    mails.write(session, recipient=user.email, **letters.verify_address(public_url, token=token, code=code))


async def verify_email(db: Database, *, secret: bytes, token: str = "", email: str = "", code: str = "") -> None:
    """Makes an account of a claim, by the link's token or by the code of the newest mail, which has five tries.

    Tries are counted by the address that was typed: a wrong code costs the same whether or not somebody claims it.
    Raises InvalidVerification; UsernameTaken when somebody else was faster to verify with that username.
    """
    now = clock.now()
    tries = 0 if token else await throttle.tries(db, _tried(secret, email))
    async with db.unit_of_work() as session:
        if token:
            found = await _proof_by_token(session, token)
        else:
            found = await _proof_by_code(session, email, code, secret, now)
        if tries > CODE_TRIES:
            found = None
        if found is not None:
            await _redeem(session, *found, now=now)
    if found is None:
        raise InvalidVerification


Proof = tuple[User, Verification]


async def _proof_by_token(session: UnitOfWork, token: str) -> Proof | None:
    found = (
        await session.execute(
            select(User, Verification)
            .join(Verification, Verification.user_id == User.id)
            .where(Verification.token_digest == digest(token), Verification.expires_at > clock.now())
            .with_for_update(of=User)
        )
    ).first()
    return (found[0], found[1]) if found is not None and found[0].is_claim else None


async def _proof_by_code(session: UnitOfWork, email: str, code: str, secret: bytes, now: datetime) -> Proof | None:
    newest = (
        by_email(email)
        .join(Verification, Verification.user_id == User.id)
        .add_columns(Verification)
        .order_by(Verification.id.desc())
        .limit(1)
    )
    row = (await session.execute(newest)).first()
    if row is None or not compare_digest(row[1].code_digest, _code(secret, row[0].id, code)):
        return None
    locked = (await session.execute(newest.with_for_update(of=User).execution_options(populate_existing=True))).first()
    if locked is None or locked[1] is not row[1] or locked[1].expires_at <= now or not locked[0].is_claim:
        return None
    return locked[0], locked[1]


async def _redeem(session: UnitOfWork, user: User, verification: Verification, *, now: datetime) -> None:
    verification.redeem(user, now)
    try:
        await session.flush()
    except IntegrityError as error:
        raise UsernameTaken("Somebody else has this username by now; register again with another.") from error
    await session.execute(delete(Verification).where(Verification.user_id == user.id))
    emit(session, UserEmailVerified(user_id=user.id, role=user.role))
    await standing.announce(session, user)
    handles.announce(session, user)
    log.info("user.email_verified", user_id=user.id)


async def create_administrator(db: Database, *, email: str, username: str, password: str) -> User | None:
    """Makes an administrator whose address counts as verified; None when the address has an account already.

    By what they are found, the job of `handles` tells: the command that calls this may lack the fleet's key.
    Their decisions on what others propose count at once: who can run this command has the database anyway. Raises
    WeakPassword, UsernameTaken.
    """
    await passwords.refuse_weak(password, email=email, username=username)
    password_hash = await passwords.hashed(password)
    now = clock.now()
    async with db.unit_of_work() as session:
        user, is_new = await claimed(
            session,
            email=email,
            now=now,
            username=username,
            full_name=None,
            role="admin",
            password_hash=password_hash,
        )
        if not is_new:
            return None
        user.email_verified_at = now
        user.decides_from = now
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


async def profile(db: UnitOfWork, *, me: Principal) -> User:
    """The user of a live session. Raises Unauthenticated."""
    return await _present(db, me, select(User))


async def owner(db: UnitOfWork, *, me: Principal) -> User:
    """The same, locked: changes of one account come one by one. Raises Unauthenticated."""
    return await _present(db, me, select(User).with_for_update(of=User, key_share=True))


async def _present(db: UnitOfWork, me: Principal, users: Select[User]) -> User:
    user: User | None = await db.scalar(
        users.join(Session, Session.user_id == User.id)
        .where(
            Session.id == UUID(me.session_id),
            Session.revoked_at.is_(None),
            Session.expires_at > clock.now(),
            User.id == me.id,
        )
        .execution_options(populate_existing=True)
    )
    if user is None:
        raise Unauthenticated("The session was ended.")
    return user


async def factor_changed(db: UnitOfWork, user: User, what: Literal["second_factor", "passkey"], now: datetime) -> None:
    """Called in the transaction in which a factor of the locked user was added, replaced or taken away."""
    user.credentials_changed_at = now
    await credentials.changed(db, user, what)
    log.info("user.factor_changed", user_id=user.id)


def by_email(email: str) -> Select[User]:
    """The account of an address, whatever its letter case."""
    return select(User).where(func.lower(User.email) == func.lower(email))


def _tried(secret: bytes, email: str) -> bytes:
    """Under which name tries at the code of an address are counted."""
    return keyed(secret, "tried code", email.casefold())


def _code(secret: bytes, user_id: UUID, code: str) -> bytes:
    return keyed(secret, "verification code", str(user_id), code)
