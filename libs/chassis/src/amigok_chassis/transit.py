"""What services tell each other so that the broker, its logs and its dead letters do not: with the fleet's key.

The key is the same in every service that has it (`Service.fleet_key`). Purposes keep its uses apart.
"""

import base64
import hmac

from amigok_chassis import sealing


def digest(key: bytes, purpose: str, text: str) -> str:
    """By what services recognise the same guessable text, 43 characters of base64url: HMAC-SHA-256."""
    mac = hmac.digest(key, f"{purpose}\0{text}".encode(), "sha256")
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def seal(key: bytes, plain: str, *, bound: str) -> str:
    """Base64 of the text, sealed for the place that `bound` names (AES-256-GCM)."""
    return base64.b64encode(sealing.seal(key, plain.encode(), bound=bound)).decode()


def unseal(key: bytes, sealed: str, *, bound: str) -> str:
    """The text. Raises ValueError when it was sealed with another key, for another place, or changed."""
    return sealing.unseal(key, base64.b64decode(sealed, validate=True), bound=bound).decode()
