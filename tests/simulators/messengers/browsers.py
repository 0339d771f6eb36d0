"""Browsers with a push subscription: they decrypt what is sent (RFC 8291) and check who has signed it (RFC 8292)."""

import base64
import json
import os
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import jwt
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_VAPID = re.compile(r"vapid t=([\w.-]+), ?k=([\w-]+)")
LARGEST = 4096


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=salt, info=info).derive(secret)


class Unreadable(Exception):
    """The message is not encrypted for this browser, or not signed by who it subscribed to."""


@dataclass
class Browser:
    """A subscription. `application_key` is whom it admits; `shown` what it was told, by topic."""

    endpoint: str
    application_key: str
    shown: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = os.urandom(16)

    @property
    def subscription(self) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` gives."""
        return {"endpoint": self.endpoint, "keys": {"p256dh": encoded(self._public), "auth": encoded(self._auth)}}

    @property
    def _public(self) -> bytes:
        return self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def check(self, authorization: str) -> None:
        """Raises Unreadable unless the VAPID header is signed for this service with the key subscribed to."""
        found = _VAPID.fullmatch(authorization)
        if found is None or found[2] != self.application_key:
            raise Unreadable("not the key that was subscribed to")
        url = urlsplit(self.endpoint)
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(found[2]))
        try:
            jwt.decode(found[1], key, algorithms=["ES256"], audience=f"{url.scheme}://{url.hostname}")
        except jwt.PyJWTError as error:
            raise Unreadable(str(error)) from error

    def read(self, body: bytes) -> Any:
        """The JSON in a message of the encoding aes128gcm. Raises Unreadable."""
        salt, rest = body[:16], body[21 + body[20] :]
        sender = body[21 : 21 + body[20]]
        try:
            point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
            info = b"WebPush: info\0" + self._public + sender
            secret = _derived(self._key.exchange(ec.ECDH(), point), self._auth, info, 32)
            key = _derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
            nonce = _derived(secret, salt, b"Content-Encoding: nonce\0", 12)
            plain = AESGCM(key).decrypt(nonce, rest, None).rstrip(b"\0")
        except (InvalidTag, ValueError, IndexError) as error:
            raise Unreadable("not encrypted for this browser") from error
        if plain[-1:] != b"\x02":
            raise Unreadable("the padding is wrong")
        return json.loads(plain[:-1])
