"""Links that open one invoice's PDF for a few minutes, for whoever has them. Links are not stored.

A link has the invoice's id, the time it expires, and an HMAC-SHA-256 of both with its own key (72 characters).
"""

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.sealing import derive
from payment.invoices.errors import LinkExpired, LinkNotValid

LIFETIME = timedelta(minutes=5)

_SECONDS_BYTES = 6
_SIGNED_BYTES = 16 + _SECONDS_BYTES


def made(data_key: bytes, invoice_id: UUID, *, expires_at: datetime) -> str:
    """Returns the secret part of a link, in base64url."""
    signed = invoice_id.bytes + int(expires_at.timestamp()).to_bytes(_SECONDS_BYTES)
    return base64.urlsafe_b64encode(signed + _signature(data_key, signed)).decode()


def opened(data_key: bytes, token: str) -> UUID:
    """Returns the id of the invoice that a link leads to. Raises LinkNotValid, LinkExpired."""
    try:
        raw = base64.urlsafe_b64decode(token.encode())
    except (binascii.Error, ValueError):
        raise LinkNotValid from None
    signed, signature = raw[:_SIGNED_BYTES], raw[_SIGNED_BYTES:]
    if not hmac.compare_digest(signature, _signature(data_key, signed)):
        raise LinkNotValid
    if datetime.fromtimestamp(int.from_bytes(signed[16:]), UTC) <= clock.now():
        raise LinkExpired
    return UUID(bytes=signed[:16])


def _signature(data_key: bytes, signed: bytes) -> bytes:
    return hmac.digest(derive(data_key, "invoice links"), signed, "sha256")
