"""Between the password and the second factor stands a challenge: opaque, of one login, for five minutes."""

import secrets
from datetime import datetime

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import digest, keyed
from identity.models import User
from identity.passkeys import service as passkeys
from identity.site import Site
from identity.two_factor import factors
from identity.two_factor.errors import ChallengeOver
from identity.two_factor.models import CHALLENGE_LIFETIME, LoginChallenge
from identity.two_factor.schemas import SecondFactorOut

TOKEN_BYTES = 32


async def asked(db: UnitOfWork, *, user: User, password_hash: str, site: Site) -> SecondFactorOut | None:
    """The challenge for a user whose password was right; None when the account asks for no second factor."""
    if not await factors.are_on(db, user.id):
        return None
    token = secrets.token_urlsafe(TOKEN_BYTES)
    db.add(
        LoginChallenge(
            digest=_digest(site.secret, token),
            user_id=user.id,
            password_digest=digest(password_hash),
            expires_at=clock.now() + CHALLENGE_LIFETIME,
        )
    )
    known = await passkeys.all_of(db, user.id)
    methods = await factors.methods(db, user.id, known)
    options = None
    if known:
        options = await passkeys.request_options(db, purpose="second_factor", user_id=user.id, known=known, site=site)
    return SecondFactorOut(
        challenge=token,
        expires_in=int(CHALLENGE_LIFETIME.total_seconds()),
        methods=methods,
        passkey_options=options,
    )


async def open_one(db: UnitOfWork, token: str, *, site: Site, now: datetime) -> tuple[LoginChallenge, User]:
    """A challenge that can still be answered, locked, and its user, locked against change. Raises ChallengeOver."""
    challenge = await db.get(LoginChallenge, _digest(site.secret, token), with_for_update=True)
    if challenge is None:
        raise ChallengeOver
    user = await db.scalar(select(User).where(User.id == challenge.user_id).with_for_update(key_share=True))
    if user is None or not challenge.is_open(digest(user.password_hash), now):
        raise ChallengeOver
    return challenge, user


def _digest(secret: bytes, token: str) -> bytes:
    return keyed(secret, "login challenge", token)
