"""AES-256-GCM for what must not lie in the open: bound to its place, so that nobody can move it to another."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
DATA_KEY = "data_key"
"""Where the `.info` of a unit of work has the data key of the service."""

FLEET_KEY = "fleet_key"
"""Where it has the fleet's key, in services that need one."""


def seal(key: bytes, plain: bytes, *, bound: str) -> bytes:
    """A fresh nonce and the ciphertext with its tag; `key` has 32 bytes, `bound` names the place it belongs to."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound.encode())


def unseal(key: bytes, sealed: bytes, *, bound: str) -> bytes:
    """What was sealed. Raises ValueError with another key or place, or when a byte was changed."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound.encode())
    except InvalidTag:
        raise ValueError(f"what lies at {bound} was not sealed for it with this key") from None
