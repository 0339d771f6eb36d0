"""The double of providers of SMS, web push and FCM: what was sent is kept in memory."""

import base64
import hmac
import os
import secrets
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from fastapi import APIRouter, Form, Header, Request, Response
from fastapi.responses import JSONResponse

from tests.simulators.double import CONTROL, Double, Refused
from tests.simulators.idempotency import Rules
from tests.simulators.messengers.browsers import LARGEST, Browser, Unreadable
from tests.simulators.webhooks import Endpoint, Sender

PROJECT = "amigok-local"


def _account_key() -> rsa.RSAPrivateKey:
    """That of `$FCM_KEY` in PEM, or a new one."""
    if text := os.environ.get("FCM_KEY"):
        key = load_pem_private_key(text.encode(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        return key
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


_GOOGLE = _account_key()


def failure(status: int) -> Response:
    return JSONResponse({"error": {"code": status}}, status, {"Retry-After": "7"} if status == 429 else {})


def sign(body: bytes, at: int, endpoint: Endpoint, valid: bool) -> dict[str, str]:
    """As Standard Webhooks."""
    id = f"msg_{secrets.token_hex(8)}"
    key = base64.b64decode(endpoint.secret.removeprefix("whsec_")) if valid else b"wrong"
    mac = base64.b64encode(hmac.digest(key, f"{id}.{at}.".encode() + body, "sha256")).decode()
    return {"webhook-id": id, "webhook-timestamp": str(at), "webhook-signature": f"v1,{mac}"}


RULES = Rules(
    header="idempotency-key",
    keeps=lambda status: status < 300,
    replay=lambda answer: answer,
    in_use=lambda _: failure(409),
    mismatch=lambda _: failure(409),
)


@dataclass
class Sent:
    """What arrived, and which addresses are dead."""

    address: str
    sms: list[dict[str, str]] = field(default_factory=list)
    phones: dict[str, dict[str, Any]] = field(default_factory=dict)
    browsers: dict[str, Browser] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    tokens: set[str] = field(default_factory=set)

    def reset(self) -> None:
        for each in (self.sms, self.phones, self.browsers, self.dead, self.tokens):
            each.clear()


def messengers(address: str, retries: tuple[float, ...]) -> Double:
    """Makes the double for this address. The secret of an endpoint signs reports."""
    sent, sender = Sent(address), Sender(sign, retries)
    return Double(
        sms(sent),
        web_push(sent),
        fcm(sent),
        control(sent, sender),
        sender=sender,
        rules=RULES,
        failure=failure,
        admit=lambda _: None,
        resets=(sent.reset,),
    )


def service_account(address: str) -> dict[str, str]:
    """The key file of an account that it knows."""
    key = _GOOGLE.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    email = f"push@{PROJECT}.test"
    return {"project_id": PROJECT, "client_email": email, "private_key": key, "token_uri": f"{address}/token"}


def sms(sent: Sent) -> APIRouter:
    router = APIRouter()

    @router.post("/sms", status_code=202)
    async def send_sms(body: dict[str, str]) -> None:
        if body["to"] in sent.dead:
            raise Refused(422, {"error": "no such number"})
        sent.sms.append(body)

    return router


def web_push(sent: Sent) -> APIRouter:
    router = APIRouter()

    @router.post("/push/{name}", status_code=201)
    async def push(name: str, request: Request, authorization: str = Header(), topic: str = Header("")) -> None:
        browser, body = sent.browsers.get(name), await request.body()
        if browser is None or name in sent.dead:
            raise Refused(410, {"error": "gone"})
        if len(body) > LARGEST:
            raise Refused(413, {"error": "too large"})
        try:
            browser.check(authorization)
            browser.shown[topic or secrets.token_hex(4)] = browser.read(body)
        except Unreadable as error:
            raise Refused(403, {"error": str(error)}) from error

    return router


def fcm(sent: Sent) -> APIRouter:
    router = APIRouter()

    @router.post("/token")
    async def token(assertion: str = Form(), grant_type: str = Form()) -> dict[str, Any]:
        try:
            jwt.decode(assertion, _GOOGLE.public_key(), algorithms=["RS256"], audience=f"{sent.address}/token")
        except jwt.PyJWTError as error:
            raise Refused(400, {"error": "invalid_grant"}) from error
        given = secrets.token_urlsafe(16)
        sent.tokens.add(given)
        return {"access_token": given, "expires_in": 3600, "token_type": "Bearer"}

    @router.post(f"/v1/projects/{PROJECT}/messages:send")
    async def send(body: dict[str, Any], authorization: str = Header()) -> dict[str, str]:
        if authorization.removeprefix("Bearer ") not in sent.tokens:
            raise Refused(401, {"error": {"code": 401, "status": "UNAUTHENTICATED"}})
        message = body["message"]
        if message["token"] in sent.dead:
            details = [{"errorCode": "UNREGISTERED"}]
            raise Refused(404, {"error": {"code": 404, "status": "NOT_FOUND", "details": details}})
        sent.phones.setdefault(message["token"], {})[message["android"]["collapse_key"]] = message
        return {"name": f"projects/{PROJECT}/messages/{secrets.token_hex(8)}"}

    return router


def control(sent: Sent, sender: Sender) -> APIRouter:
    """What tests and operators may do: see the README."""
    router = APIRouter(prefix=CONTROL)

    @router.post("/browsers")
    async def subscribe(body: dict[str, str]) -> dict[str, Any]:
        name = secrets.token_hex(16)
        sent.browsers[name] = Browser(f"{sent.address}/push/{name}", body["application_key"])
        return sent.browsers[name].subscription

    @router.get("/messages")
    async def messages() -> dict[str, Any]:
        browsers = {browser.endpoint: list(browser.shown.values()) for browser in sent.browsers.values()}
        return {"sms": sent.sms, "phones": {k: list(v.values()) for k, v in sent.phones.items()}, "browsers": browsers}

    @router.post("/dead", status_code=204)
    async def die(body: dict[str, str]) -> None:
        sent.dead.add(body["address"].rpartition("/")[2])

    @router.post("/tokens/revoke", status_code=204)
    async def revoke() -> None:
        sent.tokens.clear()

    @router.get("/service-account")
    async def account() -> dict[str, str]:
        return service_account(sent.address)

    @router.post("/reports", status_code=204)
    async def report(body: dict[str, str]) -> None:
        sender.send({"events": [body]}, body["type"])

    return router
