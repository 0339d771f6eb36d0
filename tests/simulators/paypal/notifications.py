"""Webhooks, signed like PayPal's, and the certificate that verifies them."""

import base64
import uuid
import zlib
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from fastapi import APIRouter, Request, Response

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.certificates import issued
from tests.simulators.paypal.wire import Row
from tests.simulators.webhooks import Endpoint

ALGORITHM = "SHA256withRSA"
CERTIFICATES, NAME = "/v1/notifications/certs", "CERT-double"


class Signer:
    """PayPal's key. It signs `transmission id | time | webhook id | CRC-32 of the body`."""

    def __init__(self, address: str) -> None:
        self._key = generate_private_key(65537, 2048)
        self._address = address
        self.reset()

    def reset(self) -> None:
        """Serves its true certificate, which nobody has fetched yet."""
        self.certificate = issued(self._key)
        self.fetched = 0

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


def _signed(id: str, time: str, webhook: str, body: bytes) -> bytes:
    return f"{id}|{time}|{webhook}|{zlib.crc32(body)}".encode()


def notifications(account: Account, signer: Signer) -> APIRouter:
    router = APIRouter()

    @router.get(CERTIFICATES + "/{name}")
    async def certificate(name: str) -> Response:
        signer.fetched += 1
        if name != NAME:
            raise wire.missing("certificate")
        return Response(signer.certificate, media_type="application/x-pem-file")

    @router.get(CONTROL + "/certificate")
    async def tell() -> Row:
        """How often certificates were fetched."""
        return {"fetched": signer.fetched}

    @router.post(CONTROL + "/certificate", status_code=204)
    async def replace(request: Request) -> None:
        """Serves another certificate from now on, valid or not."""
        signer.certificate = await request.body()

    @router.get("/v1/notifications/webhooks-events/{id}")
    async def get(id: str) -> Row:
        if id not in account.events:
            raise wire.missing("event")
        return account.events[id]

    return router
