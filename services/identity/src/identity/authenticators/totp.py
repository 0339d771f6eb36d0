"""Time-based one-time passwords (RFC 6238), as authenticator apps make them: SHA-1, six digits, thirty seconds."""

import io
import os
from base64 import b32encode
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from amigok_chassis import sealing

ISSUER = "Amigok"
SECRET_BYTES = 20
DIGITS = 6
STEP_SECONDS = 30
DRIFT = 1
"""By how many steps a device's clock may be wrong, either way."""


def fresh() -> bytes:
    """A new secret."""
    return os.urandom(SECRET_BYTES)


def code(secret: bytes, step: int) -> str:
    """The code of a step."""
    return _totp(secret).generate(step * STEP_SECONDS).decode()


def step_at(now: datetime) -> int:
    """The number of the 30-second step that contains `now`, counted from the Unix epoch."""
    return int(now.timestamp()) // STEP_SECONDS


def step_of(secret: bytes, guess: str, *, now: datetime, after: int) -> int | None:
    """The step that this is the code of, later than `after` and within the drift of `now`, or None."""
    present = step_at(now)
    steps = range(max(present - DRIFT, after + 1), present + DRIFT + 1)
    return next((step for step in steps if compare_digest(code(secret, step), guess)), None)


def uri(secret: bytes, *, account: str) -> str:
    """The otpauth URI that authenticator apps read."""
    return _totp(secret).get_provisioning_uri(account, ISSUER)


def text(secret: bytes) -> str:
    """The secret in the form that is typed into an app that cannot scan."""
    return b32encode(secret).decode()


def qr_code(content: str) -> str:
    """A QR code as an SVG element."""
    drawn = io.BytesIO()
    segno.make(content, error="m", micro=False).save(drawn, kind="svg", scale=4, xmldecl=False, nl=False)
    return drawn.getvalue().decode()


def seal(secret: bytes, *, user_id: UUID, key: bytes) -> bytes:
    """The sealed secret: only the data key opens it, and only for this user."""
    return sealing.seal(_key(key), secret, bound=_bound_to(user_id))


def opened(sealed: bytes, *, user_id: UUID, key: bytes) -> bytes:
    """The secret in a sealed box. Raises ValueError for another user or another key."""
    return sealing.unseal(_key(key), sealed, bound=_bound_to(user_id))


def _key(data_key: bytes) -> bytes:
    return sealing.derive(data_key, "totp secrets")


def _bound_to(user_id: UUID) -> str:
    return f"totp {user_id}"


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303  RFC 6238's default, the only one all apps know
