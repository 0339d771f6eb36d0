"""Webhooks, signed as PayPal signs, and the call that verifies one."""

import base64
import json
import uuid
import zlib
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from fastapi import APIRouter, Request

from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.wire import Asked, Row
from tests.simulators.webhooks import Endpoint

ALGORITHM = "SHA256withRSA"


class Verified(Asked):
    auth_algo: str
    cert_url: str
    transmission_id: str
    transmission_sig: str
    transmission_time: str
    webhook_id: str
    webhook_event: dict[str, Any]


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
            "paypal-cert-url": f"{self._address}/v1/notifications/certs/CERT-double",
            "paypal-auth-algo": ALGORITHM,
        }

    def signed(self, asked: Verified) -> bool:
        body = json.dumps(asked.webhook_event, separators=(",", ":"), ensure_ascii=False).encode()
        message = _signed(asked.transmission_id, asked.transmission_time, asked.webhook_id, body)
        try:
            signature = base64.b64decode(asked.transmission_sig, validate=True)
            self._key.public_key().verify(signature, message, PKCS1v15(), SHA256())
        except (ValueError, InvalidSignature):
            return False
        return asked.auth_algo == ALGORITHM and asked.cert_url.startswith(self._address)


def _signed(id: str, time: str, webhook: str, body: bytes) -> bytes:
    return f"{id}|{time}|{webhook}|{zlib.crc32(body)}".encode()


def notifications(account: Account, signer: Signer) -> APIRouter:
    router = APIRouter()

    @router.post("/v1/notifications/verify-webhook-signature")
    async def verify(request: Request) -> Row:
        asked = await wire.asked(request, Verified)
        return {"verification_status": "SUCCESS" if signer.signed(asked) else "FAILURE"}

    @router.get("/v1/notifications/webhooks-events/{id}")
    async def get(id: str) -> Row:
        if id not in account.events:
            raise wire.missing("event")
        return account.events[id]

    return router
