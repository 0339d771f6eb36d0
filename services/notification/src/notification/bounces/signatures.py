"""Standard Webhooks: who signed a body, and when. https://www.standardwebhooks.com"""

import base64
import hmac
from collections.abc import Mapping

OLDEST_SECONDS = 300


def is_signed(secret: str, headers: Mapping[str, str], body: bytes, *, now: float) -> bool:
    """Whether one of the signatures is made with `whsec_...` less than five minutes ago."""
    id, at, signatures = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not secret or not at.isdigit() or abs(now - int(at[:12])) > OLDEST_SECONDS:
        return False
    expected = sign(secret, id=id, at=at, body=body).encode()
    return any(hmac.compare_digest(expected, each.encode()) for each in signatures.split(" ")[:10])


def sign(secret: str, *, id: str, at: str, body: bytes) -> str:
    """The signature of a body: `v1,<base64 of HMAC-SHA-256>`."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.digest(key, f"{id}.{at}.".encode() + body, "sha256")
    return f"v1,{base64.b64encode(mac).decode()}"
