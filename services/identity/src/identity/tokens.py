"""The one place where access tokens are made."""

from datetime import datetime, timedelta

import jwt

from amigok_chassis.auth import AUDIENCE, TOKEN_TYPE
from identity.keys import ALGORITHM, OpenKey
from identity.models import Session, User

LIFETIME = timedelta(minutes=10)


def issue(
    key: OpenKey, *, user: User, session: Session, device_since: datetime | None, issuer: str, now: datetime
) -> str:
    """An access token (RFC 9068) for a user in a session, good for `LIFETIME`.

    `dev` says since when the session's device is known; there is none when it was forgotten.
    """
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
    if device_since is not None:
        claims["dev"] = int(device_since.timestamp())
    return jwt.encode(claims, key.private, algorithm=ALGORITHM, headers={"kid": key.kid, "typ": TOKEN_TYPE})
