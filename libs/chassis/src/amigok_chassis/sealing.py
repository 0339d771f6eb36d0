"""AES-256-GCM for what must not lie in the open: bound to its place, so that nobody can move it to another."""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
DATA_KEY = "data_key"
"""Where the `.info` of a unit of work has the data key of the service."""

FLEET_KEY = "fleet_key"
"""Where it has the fleet's key, in services that need one."""


@lru_cache(256)
def derive(key: bytes, purpose: str) -> bytes:
    """The key of 32 bytes that a key of a service or of the fleet gives for one purpose: HKDF with SHA-256 (RFC 5869).

    The key itself seals and signs nothing. A purpose is a constant in the code, such as `"audit chain"`.
    """
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def seal(key: bytes, plain: bytes, *, bound: str) -> bytes:
    """A fresh nonce and the ciphertext with its tag; `key` is derived, `bound` names the place it belongs to."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound.encode())


def unseal(key: bytes, sealed: bytes, *, bound: str) -> bytes:
    """What was sealed. Raises ValueError with another key or place, or when a byte was changed."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound.encode())
    except InvalidTag:
        raise ValueError(f"what lies at {bound} was not sealed for it with this key") from None
