"""Makes access tokens. This is the only place that does."""

from datetime import datetime

import jwt

from amigok_chassis.auth import AUDIENCE, TOKEN_TYPE
from identity.keys.models import TOKEN_LIFETIME
from identity.keys.service import ALGORITHM, OpenKey
from identity.sessions.models import Session
from identity.users.models import User


def issue(
    key: OpenKey, *, user: User, session: Session, device_since: datetime | None, issuer: str, now: datetime
) -> str:
    """An access token (RFC 9068) for a user in a session, valid for `TOKEN_LIFETIME`.

    `dev` says since when the session's device is known. It is left out once the device is forgotten.
    """
    claims = {
        "iss": issuer,
        "aud": AUDIENCE,
        "sub": str(user.id),
        "sid": str(session.id),
        "role": user.role,
        "iat": now,
        "exp": now + TOKEN_LIFETIME,
        "auth_time": int(session.authenticated_at.timestamp()),
        "amr": session.amr,
    }
    if device_since is not None:
        claims["dev"] = int(device_since.timestamp())
    return jwt.encode(claims, key.private, algorithm=ALGORITHM, headers={"kid": key.kid, "typ": TOKEN_TYPE})
