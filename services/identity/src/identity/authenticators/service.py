"""Checks codes of authenticator apps, and recovery codes.

A wrong code is counted in the caller's transaction, which must commit. So the functions return False instead of
raising an error. Locks are taken in this order: login challenge, user, session, guesses, factor.
"""

import secrets
from base64 import b32encode
from datetime import datetime
from math import ceil
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.authenticators.models import FREE_GUESSES, Guesses, RecoveryCode, Totp
from identity.digests import keyed
from identity.mails import letters
from identity.mails import service as mails
from identity.throttle.errors import TooManyAttempts
from identity.users.models import User

RECOVERY_CODES = 10
RECOVERY_BYTES = 15


async def are_on(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a login of the account needs two factors: it does once an authenticator app is confirmed."""
    return await confirmed(db, user_id) is not None


async def confirmed(db: UnitOfWork, user_id: UUID) -> Totp | None:
    """The account's confirmed app."""
    return await db.scalar(select(Totp).where(Totp.user_id == user_id, Totp.confirmed_at.is_not(None)))


async def recovery_codes_left(db: UnitOfWork, user_id: UUID) -> int:
    """How many recovery codes the account has."""
    return await db.scalar(select(func.count()).where(RecoveryCode.user_id == user_id)) or 0


async def renew_recovery_codes(db: UnitOfWork, user_id: UUID) -> list[str]:
    """Replaces all recovery codes by ten new ones of 120 bits each."""
    codes = [b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES)]
    await db.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    db.add_all(RecoveryCode(user_id=user_id, digest=_digest(db, user_id, code)) for code in codes)
    return ["-".join(code[start : start + 6] for start in range(0, len(code), 6)) for code in codes]


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Deletes the account's app and recovery codes."""
    await db.execute(delete(Totp).where(Totp.user_id == user_id))
    await db.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))


def _digest(db: UnitOfWork, user_id: UUID, code: str) -> bytes:
    return keyed(db.data_key, "recovery code", str(user_id), code)


async def app_code_is_right(
    db: UnitOfWork, *, user: User, code: str, now: datetime, public_url: str, confirming: bool = False
) -> bool:
    """Whether this is a code of the confirmed app, or of the app that is being confirmed. Raises TooManyAttempts."""
    guesses = await _guesses(db, user.id, "code", now)
    row = await db.get(Totp, user.id, with_for_update=True)
    right = row is not None and (row.confirmed_at is None) == confirming and row.accept(code, key=db.data_key, now=now)
    _count(db, user, guesses, right=right, now=now, public_url=public_url)
    return right


async def recovery_code_is_right(
    db: UnitOfWork, *, user: User, code: str, now: datetime, client: Client, public_url: str
) -> bool:
    """Whether this is one of the account's recovery codes, which is used up. Raises TooManyAttempts."""
    guesses = await _guesses(db, user.id, "recovery_code", now)
    used = await db.scalar(
        delete(RecoveryCode)
        .where(RecoveryCode.user_id == user.id, RecoveryCode.digest == _digest(db, user.id, code))
        .returning(RecoveryCode.user_id)
    )
    right = used is not None
    _count(db, user, guesses, right=right, now=now, public_url=public_url)
    if right:
        note(db, user_id=user.id, action="recovery_code_used", client=client)
        _warn(db, user, "recovery_code_used", public_url)
    return right


async def _guesses(db: UnitOfWork, user_id: UUID, kind: Literal["code", "recovery_code"], now: datetime) -> Guesses:
    """The account's count of one kind, locked, so that guesses are counted one by one. Raises TooManyAttempts."""
    fresh = insert(Guesses).values(user_id=user_id, kind=kind, wrong=0)
    await db.execute(fresh.on_conflict_do_nothing())
    guesses = await db.get_one(Guesses, (user_id, kind), with_for_update=True)
    if guesses.blocked_until and guesses.blocked_until > now:
        raise TooManyAttempts(
            "Too many wrong codes for this account; wait, or use another method.",
            retry_after=max(1, ceil((guesses.blocked_until - now).total_seconds())),
        )
    return guesses


def _count(db: UnitOfWork, user: User, guesses: Guesses, *, right: bool, now: datetime, public_url: str) -> None:
    """Counts a guess. After every few wrong ones the owner gets a mail."""
    guesses.count(right=right, now=now)
    if guesses.wrong and guesses.wrong % FREE_GUESSES == 0:
        note(db, user_id=user.id, action="second_factor_guessed")
        _warn(db, user, "second_factor_guessed", public_url)


def _warn(db: UnitOfWork, user: User, happened: str, public_url: str) -> None:
    mails.write(db, recipient=user.email, **letters.security_notice(public_url, happened=happened))
