"""Webhooks, signed as PayPal signs, and the certificate that tells so."""

import base64
import uuid
import zlib
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from fastapi import APIRouter, Response

from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.certificates import issued
from tests.simulators.paypal.wire import Row
from tests.simulators.webhooks import Endpoint

ALGORITHM = "SHA256withRSA"
CERTIFICATES, NAME = "/v1/notifications/certs", "CERT-double"


class Signer:
    """PayPal's key. What is signed: `transmission id | time | webhook id | CRC-32 of the body`."""

    def __init__(self, address: str) -> None:
        self._key = generate_private_key(65537, 2048)
        self._address = address

    def sign(self, body: bytes, at: int, to: Endpoint, truly: bool) -> dict[str, str]:
        id, time = str(uuid.uuid4()), wire.written(datetime.fromtimestamp(at, UTC))
        webhook = to.secret if truly else "another"
        signature = self._key.sign(_signed(id, time, webhook, body), PKCS1v15(), SHA256())
        return {
            "paypal-transmission-id": id,
            "paypal-transmission-time": time,
            "paypal-transmission-sig": base64.b64encode(signature).decode(),
            "paypal-cert-url": f"{self._address}{CERTIFICATES}/{NAME}",
            "paypal-auth-algo": ALGORITHM,
        }

    @property
    def certificate(self) -> bytes:
        """In PEM."""
        return issued(self._key)


def _signed(id: str, time: str, webhook: str, body: bytes) -> bytes:
    return f"{id}|{time}|{webhook}|{zlib.crc32(body)}".encode()


def notifications(account: Account, signer: Signer) -> APIRouter:
    router = APIRouter()

    @router.get(f"{CERTIFICATES}/{NAME}")
    async def certificate() -> Response:
        return Response(signer.certificate, media_type="application/x-pem-file")

    @router.get("/v1/notifications/webhooks-events/{id}")
    async def get(id: str) -> Row:
        if id not in account.events:
            raise wire.missing("event")
        return account.events[id]

    return router
