"""What services tell each other so that the broker, its logs and its dead letters do not: with the fleet's key.

The key is the same in every service that has it (`Service.fleet_key`). Each use has a key derived from it.
"""

import base64
import hmac

from amigok_chassis import sealing
from amigok_chassis.sealing import derive

_SEALED = "sealed in transit"


def digest(key: bytes, purpose: str, text: str) -> str:
    """By what services recognise the same guessable text, 43 characters of base64url: HMAC-SHA-256."""
    mac = hmac.digest(derive(key, f"digest of {purpose}"), text.encode(), "sha256")
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def seal(key: bytes, plain: str, *, bound: str) -> str:
    """Base64 of the text, sealed for the place that `bound` names (AES-256-GCM)."""
    return base64.b64encode(sealing.seal(derive(key, _SEALED), plain.encode(), bound=bound)).decode()


def unseal(key: bytes, sealed: str, *, bound: str) -> str:
    """The text. Raises ValueError when it was sealed with another key, for another place, or changed."""
    return sealing.unseal(derive(key, _SEALED), base64.b64decode(sealed, validate=True), bound=bound).decode()
