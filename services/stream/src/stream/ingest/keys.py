"""Stream keys: short, because RTMP clients break on long ones; opaque; kept as a digest."""

import base64
import secrets
from hashlib import sha256

_BYTES = 15


def new_key() -> str:
    """24 letters and digits, with 120 random bits."""
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode().lower()


def digest(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogateescape")).digest()
