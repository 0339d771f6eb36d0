"""The one place where access tokens are made."""

from datetime import datetime, timedelta

import jwt

from amigok_chassis.auth import AUDIENCE, TOKEN_TYPE
from identity.keys import ALGORITHM, OpenKey
from identity.models import Session, User

LIFETIME = timedelta(minutes=10)


def issue(key: OpenKey, *, user: User, session: Session, issuer: str, now: datetime) -> str:
    """An access token (RFC 9068) for a user in a session, good for `LIFETIME`."""
    claims = {
        "iss": issuer,
        "aud": AUDIENCE,
        "sub": str(user.id),
        "sid": str(session.id),
        "role": user.role,
        "iat": now,
        "exp": now + LIFETIME,
        "auth_time": int(session.authenticated_at.timestamp()),
        "amr": session.amr,
    }
    return jwt.encode(claims, key.private, algorithm=ALGORITHM, headers={"kid": key.kid, "typ": TOKEN_TYPE})
