"""Sends the mail that verifies an address, and redeems it."""

import secrets
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

import structlog
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserEmailVerified
from identity.codes.models import TRIES
from identity.digests import digest, keyed
from identity.handles import service as handles
from identity.mails import service as mails
from identity.standing import service as standing
from identity.throttle import service as throttle
from identity.users.errors import UsernameTaken
from identity.users.models import User
from identity.users.service import by_email
from identity.verifications import letters
from identity.verifications.errors import InvalidVerification
from identity.verifications.models import LIFETIME, Verification

log = structlog.get_logger()


async def ask(db: UnitOfWork, user: User, *, now: datetime, public_url: str) -> None:
    """Mails a link and a code that verify the address and confirm what the user has chosen."""
    await throttle.begin(db, _tried(db.data_key, user.email))
    token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06}"
    db.add(
        Verification(
            id=new_id(),
            user_id=user.id,
            token_digest=digest(token),
            code_digest=_code(db.data_key, user.id, code),
            username=user.username,
            full_name=user.full_name,
            role=user.role,
            password_hash=user.password_hash,
            created_at=now,
            expires_at=now + LIFETIME,
        )
    )
    mails.write(db, recipient=user.email, **letters.verify_address(public_url, token=token, code=code))


async def void(db: UnitOfWork, user: User) -> None:
    """Makes all links and codes of the account void."""
    await db.execute(delete(Verification).where(Verification.user_id == user.id))


async def verify_email(db: Database, *, token: str = "", email: str = "", code: str = "") -> None:
    """Turns a claim into an account, with the token of the link or the code of the newest mail, which has five tries.

    Attempts are counted by the address that was typed: a wrong code costs the same whether or not somebody claims it.
    Raises InvalidVerification; UsernameTaken when somebody else was faster to verify with that username.
    """
    now = clock.now()
    tries = 0 if token else await throttle.tries(db, _tried(db.data_key, email))
    async with db.unit_of_work() as session:
        if token:
            found = await _proof_by_token(session, token)
        else:
            found = await _proof_by_code(session, email, code, now)
        if tries > TRIES:
            found = None
        if found is not None:
            await _redeem(session, *found, now=now)
    if found is None:
        raise InvalidVerification


Proof = tuple[User, Verification]


async def _proof_by_token(db: UnitOfWork, token: str) -> Proof | None:
    found = (
        await db.execute(
            select(User, Verification)
            .join(Verification, Verification.user_id == User.id)
            .where(Verification.token_digest == digest(token), Verification.expires_at > clock.now())
            .with_for_update(of=User)
        )
    ).first()
    return (found[0], found[1]) if found is not None and found[0].is_claim else None


async def _proof_by_code(db: UnitOfWork, email: str, code: str, now: datetime) -> Proof | None:
    newest = (
        by_email(email)
        .join(Verification, Verification.user_id == User.id)
        .add_columns(Verification)
        .order_by(Verification.id.desc())
        .limit(1)
    )
    row = (await db.execute(newest)).first()
    if row is None or not compare_digest(row[1].code_digest, _code(db.data_key, row[0].id, code)):
        return None
    locked = (await db.execute(newest.with_for_update(of=User).execution_options(populate_existing=True))).first()
    if locked is None or locked[1] is not row[1] or locked[1].expires_at <= now or not locked[0].is_claim:
        return None
    return locked[0], locked[1]


async def _redeem(db: UnitOfWork, user: User, verification: Verification, *, now: datetime) -> None:
    verification.redeem(user, now)
    try:
        await db.flush()
    except IntegrityError as error:
        raise UsernameTaken("Somebody else has this username by now; register again with another.") from error
    await void(db, user)
    emit(db, UserEmailVerified(user_id=user.id, role=user.role))
    await standing.announce(db, user)
    handles.announce(db, user)
    log.info("user.email_verified", user_id=user.id)


def _tried(secret: bytes, email: str) -> bytes:
    """The name under which attempts at the code of an address are counted."""
    return keyed(secret, "tried code", email.casefold())


def _code(secret: bytes, user_id: UUID, code: str) -> bytes:
    return keyed(secret, "verification code", str(user_id), code)
