"""Somebody with two factors, and a device that keeps passkeys."""

import json
import secrets
from base64 import b32decode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any

import cbor2
import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from identity.authenticators import totp

ORIGIN = "https://app.amigok.test"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@pytest.fixture(autouse=True)
def relying_party(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDENTITY_RP_ID", "amigok.test")
    monkeypatch.setenv("IDENTITY_RP_ORIGINS", f"{ORIGIN}, https://www.amigok.test")


@dataclass
class Person:
    """Somebody who is signed in, with what the devices around know."""

    visitor: Any
    name: str
    tokens: dict[str, Any]
    secret: bytes = b""
    recovery_codes: list[str] = field(default_factory=list)

    @property
    def access(self) -> str:
        return str(self.tokens["access_token"])

    @property
    def claims(self) -> dict[str, Any]:
        claims: dict[str, Any] = jwt.decode(self.access, options={"verify_signature": False})
        return claims

    async def post(self, path: str, body: object = None) -> httpx.Response:
        answer: httpx.Response = await self.visitor.post(path, body, access=self.access)
        return answer

    async def request(self, method: str, path: str, body: object = None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.access}"}
        url = f"/api/v1/auth/{path}"
        answer: httpx.Response = await self.visitor.rig.http.request(method, url, json=body, headers=headers)
        return answer

    def code(self, *, steps: int = 0) -> str:
        """What the app shows now, or showed or will show so many steps away."""
        return totp.code(self.secret, totp.step_at(clock.now()) + steps)

    def next_code(self) -> str:
        """A code that was not used before: time goes on by a step."""
        pass_time(seconds=30)
        return self.code()

    def wrong_code(self) -> str:
        near = {self.code(steps=n) for n in range(-3, 4)}
        return next(
            code
            for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777")
            if code not in near
        )

    async def scan(self) -> httpx.Response:
        """Sets up an app."""
        answer = await self.post("2fa/enable")
        if answer.status_code == 200:
            self.secret = b32decode(answer.json()["secret"])
        return answer

    async def switch_on(self) -> None:
        assert (await self.scan()).status_code == 200
        answer = await self.post("2fa/verify", {"code": self.next_code()})
        assert answer.status_code == 200, answer.text
        self.recovery_codes = answer.json()["recovery_codes"]

    async def challenged(self) -> dict[str, Any]:
        """What the right password gets."""
        answer = await self.visitor.login(self.name)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        assert body["second_factor_required"] is True
        return body

    async def second(self, challenge: str, **proof: Any) -> httpx.Response:
        body = {"challenge": challenge, "device_token": self.visitor.devices.get(self.name), **proof}
        answer: httpx.Response = await self.visitor.post("login/second-factor", body)
        return self.visitor.remembered(self.name, answer)  # type: ignore[no-any-return]

    async def add_passkey(self, device: "Authenticator", name: str = "phone") -> str:
        options = await self.post("passkeys/register/options")
        assert options.status_code == 200, options.text
        credential = device.create(options.json()["public_key"])
        answer = await self.post("passkeys/register", {"name": name, "credential": credential})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])


def pass_time(**parts: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**parts))


def encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "==")


class Authenticator:
    """A device with one passkey, and the browser before it (WebAuthn level 3)."""

    def __init__(self, *, verifies: bool = True, counts: bool = True) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.user = b""
        self.count = 0
        self.verifies, self.counts = verifies, counts

    def create(self, options: dict[str, Any], *, origin: str = ORIGIN, rp_id: str | None = None) -> dict[str, Any]:
        """`navigator.credentials.create()`, without attestation."""
        self.user = decoded(options["user"]["id"])
        data = self._data(rp_id or options["rp"]["id"], ATTESTED) + self._attested()
        made = {"fmt": "none", "attStmt": {}, "authData": data}
        client = self._client("webauthn.create", options["challenge"], origin)
        return self._credential(
            {
                "clientDataJSON": encoded(client),
                "attestationObject": encoded(cbor2.dumps(made)),
                "transports": ["internal", "teleport"],
                "publicKeyAlgorithm": -7,
            }
        )

    def get(self, options: dict[str, Any], *, origin: str = ORIGIN, rp_id: str | None = None) -> dict[str, Any]:
        """`navigator.credentials.get()`."""
        data = self._data(rp_id or options["rpId"], 0)
        client = self._client("webauthn.get", options["challenge"], origin)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._credential(
            {
                "clientDataJSON": encoded(client),
                "authenticatorData": encoded(data),
                "signature": encoded(signature),
                "userHandle": encoded(self.user),
            }
        )

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": encoded(self.id),
            "rawId": encoded(self.id),
            "type": "public-key",
            "response": response,
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
        }

    def _client(self, kind: str, challenge: str, origin: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}).encode()

    def _data(self, rp_id: str, flags: int) -> bytes:
        self.count += self.counts
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        return sha256(rp_id.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _attested(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        key = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        return bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(key)


@pytest.fixture
def person() -> type[Person]:
    return Person


@pytest.fixture
def authenticator() -> type[Authenticator]:
    return Authenticator


@pytest.fixture
def device() -> Authenticator:
    return Authenticator()


@pytest.fixture
def rig(visitor: Any) -> Rig:
    """For the fixtures of the chassis."""
    rig: Rig = visitor.rig
    return rig


Arrival = Callable[[str], Awaitable[Person]]


@pytest.fixture
def arrive(visitor: Any) -> Arrival:
    """Somebody of this name registers and signs in."""

    async def sign_in(name: str) -> Person:
        return Person(visitor, name, await visitor.signed_in(name))

    return sign_in


@pytest.fixture
async def ada(arrive: Arrival) -> Person:
    return await arrive("ada")


@pytest.fixture
async def guarded(ada: Person) -> Person:
    """Ada, with two-factor authentication switched on."""
    await ada.switch_on()
    return ada


@pytest.fixture(name="pass_time")
def time_passes() -> Callable[..., None]:
    return pass_time
