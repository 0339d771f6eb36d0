"""The keys that payment seals and signs with: one for each purpose, all from the service's data key."""

import hmac


def derived(data_key: bytes, purpose: str) -> bytes:
    """The key of 32 bytes for one purpose."""
    return hmac.digest(data_key, purpose.encode(), "sha256")
