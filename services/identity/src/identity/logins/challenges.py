"""The challenge between the password and the second factor: opaque, for one login, valid for five minutes."""

import secrets
from datetime import datetime

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.authenticators import service as authenticators
from identity.digests import digest, keyed
from identity.logins.errors import ChallengeOver
from identity.logins.models import CHALLENGE_LIFETIME, LoginChallenge
from identity.logins.schemas import SecondFactorOut
from identity.passkeys import service as passkeys
from identity.two_factor import proofs
from identity.users.models import User

TOKEN_BYTES = 32


async def asked(db: UnitOfWork, *, user: User, password_hash: str, config: Settings) -> SecondFactorOut | None:
    """The challenge for a user whose password was right; None when the account needs no second factor."""
    if not await authenticators.are_on(db, user.id):
        return None
    token = secrets.token_urlsafe(TOKEN_BYTES)
    db.add(
        LoginChallenge(
            digest=_digest(db, token),
            user_id=user.id,
            password_digest=digest(password_hash),
            expires_at=clock.now() + CHALLENGE_LIFETIME,
        )
    )
    known = await passkeys.all_of(db, user.id)
    methods = await proofs.methods(db, user.id, known)
    options = None
    if known:
        options = await passkeys.request_options(
            db, purpose="second_factor", user_id=user.id, known=known, config=config
        )
    return SecondFactorOut(
        challenge=token,
        expires_in=int(CHALLENGE_LIFETIME.total_seconds()),
        methods=methods,
        passkey_options=options,
    )


async def open_one(db: UnitOfWork, token: str, *, now: datetime) -> tuple[LoginChallenge, User]:
    """A challenge that can still be answered, locked, and its user, locked against changes. Raises ChallengeOver."""
    challenge = await db.get(LoginChallenge, _digest(db, token), with_for_update=True)
    if challenge is None:
        raise ChallengeOver
    user = await db.scalar(select(User).where(User.id == challenge.user_id).with_for_update(key_share=True))
    if user is None or not challenge.is_open(digest(user.password_hash), now):
        raise ChallengeOver
    return challenge, user


def _digest(db: UnitOfWork, token: str) -> bytes:
    return keyed(db.data_key, "login challenge", token)
