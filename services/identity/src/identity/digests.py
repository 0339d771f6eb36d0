"""Digests of secrets: enough to recognise them, too little to use them."""

import hmac
from hashlib import sha256

from amigok_chassis.sealing import derive


def digest(secret: str) -> bytes:
    """The SHA-256 of a secret that is random enough that nobody can guess it."""
    return sha256(secret.encode()).digest()


def keyed(key: bytes, purpose: str, *parts: str) -> bytes:
    """The HMAC-SHA-256 of something that can be guessed, so that a stolen database does not reveal it."""
    return hmac.digest(derive(key, purpose), "\0".join(parts).encode(), "sha256")
