"""Short links that carry their own right: for players and uploads that send no header and no cookie.

A link names what it is for, whom it was given to and until when, in the open, and a keyed digest of that. Nobody can
change or lengthen it; what may have changed since it was given is for whoever reads it to check. It stands in the query
of an address and never in its path: logs, also of the gateway, tell paths.
"""

import base64
import binascii
import hmac
import json
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import Query

from amigok_chassis import clock
from amigok_chassis.errors import DomainError
from amigok_chassis.sealing import derive

_DIGEST_BYTES = 16

FILE_HEADERS = {
    "Cache-Control": "private, max-age=600",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
"""Of the answer with the file that a link leads to."""
Link = Annotated[str, Query(alias="link", max_length=600)]
"""The token of a link to a file."""


class LinkInvalid(DomainError):
    """This link is not one of ours, or it is for something else."""

    status, code = 403, "link_invalid"


class LinkExpired(DomainError):
    """This link has expired; ask for a new one."""

    status, code = 410, "link_expired"


def make(key: bytes, purpose: str, claims: dict[str, Any], *, expires_at: datetime) -> str:
    """The token of a link: claims that fit JSON, readable by whoever has it, for one purpose until a time.

    `key` is the service's data key. The digest is HMAC-SHA256, cut to 128 bits (RFC 2104, section 5).
    """
    claims = claims | {"exp": int(expires_at.timestamp())}
    body = _encode(json.dumps(claims, separators=(",", ":"), sort_keys=True).encode())
    return f"{body}.{_encode(_digest(key, purpose, body))}"


def read(key: bytes, purpose: str, token: str) -> dict[str, Any]:
    """The claims of a token. Raises LinkInvalid, also for another purpose; LinkExpired."""
    body, _, digest = token.partition(".")
    try:
        if not hmac.compare_digest(_decode(digest), _digest(key, purpose, body)):
            raise LinkInvalid
        claims: dict[str, Any] = json.loads(_decode(body))
    except (ValueError, binascii.Error) as error:
        raise LinkInvalid from error
    if claims["exp"] <= clock.now().timestamp():
        raise LinkExpired
    return claims


def lasts(lifetime: timedelta) -> datetime:
    """When a link that is given now and lasts so long expires."""
    return clock.now() + lifetime


def _digest(key: bytes, purpose: str, body: str) -> bytes:
    wanted = derive(key, f"links: {purpose}")
    return hmac.digest(wanted, body.encode("utf-8", "surrogateescape"), "sha256")[:_DIGEST_BYTES]


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
