"""Web push (RFC 8030), encrypted for the browser (RFC 8291), signed by us (VAPID, RFC 8292)."""

import base64
import json
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import cached_property
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from webpush import WebPush, WebPushSubscription

from amigok_chassis import sealing
from notification.addresses.values import Address
from notification.senders import outbound
from notification.senders.answers import refuse_for_now
from notification.senders.outbound import PushServices
from notification.senders.sending import AddressDead, Rendered, TryLater

GONE = (404, 410)
LONGEST_TEXT = 500
"""Characters: all of it has to fit into 4096 bytes, whatever the alphabet."""

USEFUL_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Vapid:
    """The key by which push services know us. It follows from the data key, and subscriptions are bound to it."""

    data_key: bytes = field(repr=False)

    @cached_property
    def _key(self) -> ec.EllipticCurvePrivateKey:
        number = int.from_bytes(sealing.derive(self.data_key, "web push"))
        return ec.derive_private_key(number, ec.SECP256R1())

    @property
    def public(self) -> str:
        """What browsers subscribe with (`applicationServerKey`), base64url."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).decode().rstrip("=")

    def messages(self, subscriber: str) -> WebPush:
        """Makes messages that are signed with it. `subscriber` is whom push services write to."""
        private = self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        public = self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return WebPush(private, public, subscriber=subscriber, ttl=USEFUL_SECONDS)


@dataclass(frozen=True)
class WebPushSender:
    """Sends to browsers over their push services. The address is the subscription as the browser gave it, in JSON."""

    http: httpx.AsyncClient
    vapid: Vapid
    services: PushServices
    mail_from: str
    channel: str = "web_push"

    @cached_property
    def _messages(self) -> WebPush:
        return self.vapid.messages(parseaddr(self.mail_from)[1])

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """Sends a message, which replaces an earlier one of this delivery. Raises AddressDead, TryLater."""
        subscription = WebPushSubscription.model_validate_json(address.value)
        if not self.services.admits(str(subscription.endpoint)):
            raise AddressDead("no known push service")
        sealed = self._messages.get(_payload(message, delivery_id), subscription)
        headers = {**sealed.headers, "urgency": "high" if message.urgent else "normal", "topic": _topic(delivery_id)}
        try:
            answer = await outbound.post(
                self.http, self.services, str(subscription.endpoint), content=sealed.encrypted, headers=headers
            )
        except httpx.HTTPError as error:
            raise TryLater(type(error).__name__) from error
        if answer.status_code in GONE:
            raise AddressDead(f"status {answer.status_code}")
        refuse_for_now(answer)


def _payload(message: Rendered, delivery_id: UUID) -> bytes:
    """What the service worker shows; the same `tag` replaces what is shown already."""
    shown = {
        "title": message.title[:100],
        "body": message.text[:LONGEST_TEXT],
        "lang": message.language,
        "tag": str(delivery_id),
        "url": message.link[:500],
        "data": dict(message.data),
    }
    return json.dumps(shown, ensure_ascii=False).encode()


def _topic(delivery_id: UUID) -> str:
    return base64.urlsafe_b64encode(delivery_id.bytes).decode().rstrip("=")
