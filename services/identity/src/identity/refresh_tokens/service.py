"""Makes each token of a chain from the one before, so that the same token always gets the same successor.

A successor is an HMAC of its predecessor, of which only a digest is kept. So neither the database nor an old token
reveals it without the service's data key.
"""

import secrets
from base64 import urlsafe_b64encode
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import digest, keyed
from identity.refresh_tokens.models import RefreshToken

TOKEN_BYTES = 32
MOST_STEPS = 100
"""How often a chain can be rotated while one of its tokens may still be used again."""


def begin(db: UnitOfWork, *, session_id: UUID, now: datetime) -> str:
    """The first token of a session."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    _add(db, token, session_id, now)
    return token


def _add(db: UnitOfWork, token: str, session_id: UUID, now: datetime) -> None:
    db.add(RefreshToken(digest=digest(token), session_id=session_id, created_at=now))


def successor(secret: bytes, token: str) -> str:
    """The token that this one is exchanged for."""
    return urlsafe_b64encode(keyed(secret, "refresh token", token)).decode().rstrip("=")


async def exchange(db: UnitOfWork, token: str, link: RefreshToken, *, now: datetime) -> str | None:
    """The token to use after this one, whose session is locked; None when it was used too long ago.

    Until then everybody who sends it gets the session's current token, even if others have gone on from there.
    """
    if not link.may_be_exchanged(now):
        return None
    if link.rotated_at is None:
        link.rotated_at = now
        await db.flush()
        following = successor(db.data_key, token)
        _add(db, following, link.session_id, now)
        return following
    return _descendant(token, await _current(db, link.session_id), secret=db.data_key)


async def _current(db: UnitOfWork, session_id: UUID) -> bytes:
    """The digest of the only token of a session that was not used yet."""
    unused = RefreshToken.session_id == session_id, RefreshToken.rotated_at.is_(None)
    return (await db.scalars(select(RefreshToken.digest).where(*unused))).one()


def _descendant(token: str, wanted: bytes, *, secret: bytes) -> str | None:
    for _ in range(MOST_STEPS):
        token = successor(secret, token)
        if digest(token) == wanted:
            return token
    return None
