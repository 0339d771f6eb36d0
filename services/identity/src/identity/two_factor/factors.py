"""Which second factors an account has, and whether a proof of one is right.

A wrong proof is counted in the caller's transaction, which has to commit: so it is told by a return value, not by an
exception. Locks are taken in this order: login challenge, user, session, guesses, factor.
"""

import secrets
from base64 import b32encode
from datetime import datetime
from math import ceil
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from identity import letters, mails
from identity.activity import service as activity
from identity.digests import keyed
from identity.errors import TooManyAttempts
from identity.models import User
from identity.passkeys import service as passkeys
from identity.passkeys.models import Passkey
from identity.site import Site
from identity.two_factor.models import FREE_GUESSES, Guesses, RecoveryCode, Totp
from identity.two_factor.schemas import AppCode, Method, PasskeyProof, RecoveryProof, SecondFactor

RECOVERY_CODES = 10
RECOVERY_BYTES = 15


async def are_on(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether the account asks for two factors: it does once an authenticator app is confirmed."""
    return await confirmed(db, user_id) is not None


async def confirmed(db: UnitOfWork, user_id: UUID) -> Totp | None:
    return await db.scalar(select(Totp).where(Totp.user_id == user_id, Totp.confirmed_at.is_not(None)))


async def methods(db: UnitOfWork, user_id: UUID, known: list[Passkey]) -> list[Method]:
    """How an account that asks for two factors can prove the second."""
    ways: list[Method] = ["code"]
    if await recovery_codes_left(db, user_id):
        ways.append("recovery_code")
    if known:
        ways.append("passkey")
    return ways


async def recovery_codes_left(db: UnitOfWork, user_id: UUID) -> int:
    return await db.scalar(select(func.count()).where(RecoveryCode.user_id == user_id)) or 0


async def renew_recovery_codes(db: UnitOfWork, user_id: UUID, *, secret: bytes) -> list[str]:
    """Ten new codes of 120 bits each, instead of all there were."""
    codes = [b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES)]
    await db.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    db.add_all(RecoveryCode(user_id=user_id, digest=_digest(secret, user_id, code)) for code in codes)
    return ["-".join(code[start : start + 6] for start in range(0, len(code), 6)) for code in codes]


def _digest(secret: bytes, user_id: UUID, code: str) -> bytes:
    return keyed(secret, "recovery code", str(user_id), code)


async def proven(
    db: UnitOfWork, *, user: User, proof: SecondFactor, purpose: str, client: activity.Client, site: Site
) -> frozenset[str]:
    """By which methods (RFC 8176) a second factor was proved; none when the proof is wrong or was used before.

    Raises TooManyAttempts while codes of this kind must not be guessed for this account.
    """
    now = clock.now()
    match proof:
        case AppCode():
            right = await app_code_is_right(db, user=user, code=proof.code, now=now, site=site)
            return frozenset({"otp"} if right else ())
        case RecoveryProof():
            right = await _recovery_code_is_right(db, user, proof.recovery_code, now=now, client=client, site=site)
            return frozenset({"otp"} if right else ())
        case PasskeyProof():
            right = await passkeys.proves(db, assertion=proof.passkey, purpose=purpose, user_id=user.id, site=site)
            return frozenset({"hwk", "mfa"} if right else ())


async def app_code_is_right(
    db: UnitOfWork, *, user: User, code: str, now: datetime, site: Site, confirming: bool = False
) -> bool:
    """Whether this is a code of the confirmed app, or of the one that is to be confirmed."""
    guesses = await _guesses(db, user.id, "code", now)
    row = await db.get(Totp, user.id, with_for_update=True)
    right = row is not None and (row.confirmed_at is None) == confirming and row.accept(code, key=site.secret, now=now)
    _count(db, user, guesses, right=right, now=now, site=site)
    return right


async def _recovery_code_is_right(
    db: UnitOfWork, user: User, code: str, *, now: datetime, client: activity.Client, site: Site
) -> bool:
    guesses = await _guesses(db, user.id, "recovery_code", now)
    used = await db.scalar(
        delete(RecoveryCode)
        .where(RecoveryCode.user_id == user.id, RecoveryCode.digest == _digest(site.secret, user.id, code))
        .returning(RecoveryCode.user_id)
    )
    right = used is not None
    _count(db, user, guesses, right=right, now=now, site=site)
    if right:
        activity.note(db, user_id=user.id, action="recovery_code_used", client=client)
        _warn(db, user, "recovery_code_used", site)
    return right


async def _guesses(db: UnitOfWork, user_id: UUID, kind: Method, now: datetime) -> Guesses:
    """The account's count of one kind, locked: guesses made at once are made one by one. Raises TooManyAttempts."""
    fresh = insert(Guesses).values(user_id=user_id, kind=kind, wrong=0)
    await db.execute(fresh.on_conflict_do_nothing())
    guesses = await db.get_one(Guesses, (user_id, kind), with_for_update=True)
    if guesses.blocked_until and guesses.blocked_until > now:
        raise TooManyAttempts(
            "Too many wrong codes for this account; wait, or use another method.",
            retry_after=max(1, ceil((guesses.blocked_until - now).total_seconds())),
        )
    return guesses


def _count(db: UnitOfWork, user: User, guesses: Guesses, *, right: bool, now: datetime, site: Site) -> None:
    """Counts a guess; again and again its owner is told that somebody guesses."""
    guesses.count(right=right, now=now)
    if guesses.wrong and guesses.wrong % FREE_GUESSES == 0:
        activity.note(db, user_id=user.id, action="second_factor_guessed")
        _warn(db, user, "second_factor_guessed", site)


def _warn(db: UnitOfWork, user: User, happened: str, site: Site) -> None:
    mails.write(db, recipient=user.email, **letters.security_notice(site.public_url, happened=happened))
