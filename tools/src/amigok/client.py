"""A client app in miniature: people who sign up, sign in and call the gateway. For the demo and black-box tests."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from base64 import b32decode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from amigok import mailbox

T = TypeVar("T")

API = "/api/v1"

_JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + bytes(20)
_PASSPORT = {
    "legal_name": "Anna Example",
    "date_of_birth": "1990-12-10",
    "country": "DE",
    "document_type": "passport",
    "document_number": "C01X00T47",
    "address": "Musterstr. 1, 10115 Berlin",
}


class Refused(Exception):
    """The fleet answered with a problem: `status`, its stable `code` and what it says."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        body = response.json() if "json" in response.headers.get("content-type", "") else {}
        self.code = str(body.get("code", "no_problem_json"))
        self.problem: dict[str, Any] = body
        super().__init__(f"{self.status} {self.code}: {body.get('detail', response.text[:200])}")


@dataclass
class Person:
    """Somebody signed in at the fleet behind `http`; with a refresh token they stay so."""

    http: httpx.AsyncClient
    name: str
    id: str
    token: str = field(repr=False)
    password: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    _renewing: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def call(self, method: str, path: str, *, key: str | None = None, **kwargs: Any) -> Any:
        """The JSON of an answer; a POST gets an idempotency key of its own unless one is given. Raises Refused."""
        headers = {"Idempotency-Key": key or secrets.token_hex(12)} if method == "POST" else {}
        response = await self._send(method, path, headers, **kwargs)
        if response.status_code == 401 and await self._renew(since=response.request.headers["Authorization"]):
            response = await self._send(method, path, headers, **kwargs)
        if not response.is_success:
            raise Refused(response)
        return response.json() if response.content else None

    async def _send(self, method: str, path: str, headers: dict[str, str], **kwargs: Any) -> httpx.Response:
        authorized = headers | {"Authorization": f"Bearer {self.token}"}
        return await self.http.request(method, API + path, headers=authorized, **kwargs)

    async def _renew(self, *, since: str) -> bool:
        """Whether there is a token newer than the one that was refused; many calls at once trade for one."""
        async with self._renewing:
            if since == f"Bearer {self.token}" and self.refresh_token:
                answer = await self.http.post(f"{API}/auth/refresh", json={"refresh_token": self.refresh_token})
                tokens = answer.json() if answer.is_success else {"access_token": self.token, "refresh_token": ""}
                self.token, self.refresh_token = tokens["access_token"], tokens["refresh_token"]
            return since != f"Bearer {self.token}"

    async def get(self, path: str, **kwargs: Any) -> Any:
        return await self.call("GET", path, **kwargs)

    async def post(self, path: str, body: Any = None, *, key: str | None = None) -> Any:
        return await self.call("POST", path, key=key, json=body)

    async def balance(self) -> tuple[str, str]:
        """Available and held, as decimal strings of US dollars."""
        for balance in (await self.get("/wallet/balance"))["balances"]:
            if balance["available"]["currency"] == "USD":
                return balance["available"]["amount"], balance["held"]["amount"]
        return "0.00", "0.00"

    async def buy(self, livestock_id: str) -> Any:
        """Places an order of what is for sale now and follows it to its end."""
        return await self.follow((await self.order(livestock_id))["id"])

    async def order(self, livestock_id: str, *, pay_with: str = "wallet", key: str | None = None) -> Any:
        """Places an order of an animal, at the price for which it is listed now."""
        listing = await self.get(f"/marketplace/livestock/{livestock_id}")
        body = {"listing_id": listing["id"], "price": listing["price"], "pay_with": pay_with}
        return await self.post(f"/marketplace/livestock/{livestock_id}/buy", body, key=key)

    async def insist(self, livestock_id: str) -> Any:
        """Places an order as a client app would that loses its connection: again, with the same key, until answered."""
        key = secrets.token_hex(12)
        while True:
            try:
                return await self.order(livestock_id, key=key)
            except httpx.TransportError:
                pass
            except Refused as refused:
                if refused.status not in (502, 503, 504):
                    raise
            await asyncio.sleep(0.2)

    async def step_up(self, **proof: str) -> None:
        """Proves again who this is: with `password=`, or a second factor such as `recovery_code=`. Raises Refused."""
        self.token = (await self.post("/auth/step-up", proof))["access_token"]

    async def decide(self, service: str, proposal: dict[str, Any], decision: str = "approved") -> Any:
        """Decides on what another administrator has proposed. Raises Refused."""
        path = f"/admin/{service}/proposals/{proposal['id']}/decision"
        return await self.call("PUT", path, json={"decision": decision})

    async def second_factor(self) -> list[str]:
        """Turns a second factor on, an app that shows codes. Returns the recovery codes."""
        secret = (await self.post("/auth/2fa/enable"))["secret"]
        codes: list[str] = (await self.post("/auth/2fa/verify", {"code": totp(secret)}))["recovery_codes"]
        return codes

    async def submit_kyc(self) -> None:
        """Submits documents that prove who this is."""
        files = {"front": ("front.jpg", _JPEG), "selfie": ("selfie.jpg", _JPEG)}
        await self.call("POST", "/auth/kyc/submit", data=_PASSPORT, files=files)

    async def paid(self, payment_id: str, *, seconds: float = 30) -> Any:
        """The payment once it has ended. Raises TimeoutError."""

        async def ended() -> Any:
            payment = await self.get(f"/payments/{payment_id}")
            return payment if payment["state"] in ("completed", "cancelled") else None

        return await until(ended, seconds=seconds)

    async def follow(self, order_id: str, *, seconds: float = 60) -> Any:
        """The order once it is completed or cancelled; a busy fleet is asked again. Raises TimeoutError."""

        async def ended() -> Any:
            try:
                order = await self.get(f"/marketplace/orders/{order_id}")
            except Refused as refused:
                if refused.status != 503:
                    raise
                return None
            return order if order["state"] in ("completed", "cancelled") else None

        return await until(ended, seconds=seconds)


def totp(secret: str) -> str:
    """What an authenticator app shows now, of a secret in base32 (RFC 6238)."""
    return TOTP(b32decode(secret), 6, SHA1(), 30).generate(int(time.time())).decode()  # noqa: S303


@asynccontextmanager
async def connect(url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the gateway at `url`."""
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as http:
        yield http


async def sign_in(http: httpx.AsyncClient, *, login: str, password: str) -> Person:
    """Raises Refused."""
    response = await http.post(f"{API}/auth/login", json={"login": login, "password": password})
    if not response.is_success:
        raise Refused(response)
    body = response.json()
    tokens = {"token": body["access_token"], "refresh_token": body["refresh_token"]}
    return Person(http, body["user"]["username"], body["user"]["id"], password=password, **tokens)


async def sign_up(http: httpx.AsyncClient, mail: Path, *, name: str) -> Person:
    """Registers, follows the link of the mail that lands in the folder `mail`, signs in, and waits for the wallet."""
    unique = f"{name}-{secrets.token_hex(4)}"
    email, password = f"{unique}@amigok.test", secrets.token_urlsafe(18)
    body = {"email": email, "username": unique, "password": password}
    response = await http.post(f"{API}/auth/register", json=body)
    if not response.is_success:
        raise Refused(response)
    token = await until(lambda: _token(mail, email), seconds=30)
    response = await http.post(f"{API}/auth/verify-email", json={"token": token})
    if not response.is_success:
        raise Refused(response)
    person = await sign_in(http, login=email, password=password)
    await until(lambda: _has_wallet(person), seconds=30)
    return person


async def until(look: Callable[[], Awaitable[T | None]], *, seconds: float) -> T:
    """What `look` finds, as soon as it is something true; TimeoutError after so many seconds."""
    deadline = time.monotonic() + seconds
    pause = 0.005
    while not (found := await look()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"nothing came within {seconds:.0f} s")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, 0.25)
    return found


async def _token(mail: Path, email: str) -> str | None:
    for path in mailbox.newest(mail, email):
        found = re.search(r"verify-email\?token=(\S+)", mailbox.read(path).get_content())
        if found:
            return found[1]
    return None


async def _has_wallet(person: Person) -> bool:
    return bool((await person.get("/wallet/balance"))["balances"])
