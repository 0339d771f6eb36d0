"""Who is let in: access tokens, roles, revoked sessions, and an identity that cannot be reached."""

import asyncio
import base64
import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from test_http import problem
from toy.main import service

from amigok_chassis import auth, clock, testing
from amigok_chassis.auth import TokenVerifier
from amigok_chassis.errors import Unauthenticated, Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running

ME, ADMIN = "/api/v1/toy/me", "/api/v1/toy/admin"
OTHER_KEY = ec.generate_private_key(ec.SECP256R1())


def signed(
    key: Any = testing._key, *, algorithm: str = "ES256", kid: str = "test", typ: str = "at+jwt", **claims: Any
) -> str:
    now = clock.now()
    whole = {
        "iss": "amigok",
        "aud": "amigok",
        "sub": str(new_id()),
        "sid": "session",
        "role": "investor",
        "iat": now,
        "exp": now + timedelta(minutes=5),
        **claims,
    }
    whole = {name: value for name, value in whole.items() if value is not None}
    return jwt.encode(whole, key, algorithm="ES256", headers={"kid": kid, "typ": typ})


def unsigned() -> str:
    return f"{encoded({'alg': 'none', 'kid': 'test', 'typ': 'at+jwt'})}.{signed().split('.')[1]}."


def public_key_as_secret() -> str:
    """The classic confusion: what everybody knows, taken for a shared secret."""
    pem = testing._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    body = signed().split(".")[1]
    header = encoded({"alg": "HS256", "kid": "test", "typ": "at+jwt"})
    signature = hmac.digest(pem, f"{header}.{body}".encode(), "sha256")
    return f"{header}.{body}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def encoded(part: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


async def ask(rig: Rig, token: str, path: str = ME) -> httpx.Response:
    return await rig.http.get(path, headers={"Authorization": f"Bearer {token}"})


async def test_a_good_token_names_its_user(edge: Rig) -> None:
    user = new_id()
    response = await ask(edge, signed(sub=str(user), role="farmer"))
    assert response.json() == {"id": str(user), "role": "farmer"}


@pytest.mark.parametrize(("claims", "since"), [({}, 0.0), ({"dev": 1_700_000_000}, 1_700_000_000.0)])
async def test_a_token_tells_since_when_its_device_is_known(edge: Rig, claims: dict[str, Any], since: float) -> None:
    assert (await edge.runtime.tokens.verify(signed(**claims))).device_since == since


BAD: dict[str, Callable[[], str]] = {
    "expired": lambda: signed(exp=1_000_000_000),
    "forged": lambda: signed(OTHER_KEY),
    "unknown key": lambda: signed(kid="unknown"),
    "for another audience": lambda: signed(aud="elsewhere"),
    "for no audience": lambda: signed(aud=None),
    "of another issuer": lambda: signed(iss="somebody"),
    "of another type": lambda: signed(typ="JWT"),
    "whose subject is no id": lambda: signed(sub="no uuid"),
    "without subject": lambda: signed(sub=None),
    "without session": lambda: signed(sid=None),
    "without role": lambda: signed(role=None),
    "without end": lambda: signed(exp=None),
    "with an odd end": lambda: signed(exp="soon"),
    "with an odd device": lambda: signed(dev="old"),
    "tampered with": lambda: signed()[:-8] + "AAAAAAAA",
    "unsigned": unsigned,
    "signed with the public key": public_key_as_secret,
    "empty": lambda: "",
    "no token": lambda: "a.b.c",
    "dots": lambda: "....",
    "bytes": lambda: "\xff\xfe",
    "long": lambda: "x" * 5000,
}


@pytest.mark.parametrize("kind", BAD)
async def test_a_bad_token_is_a_401_with_a_code_and_a_challenge(edge: Rig, kind: str) -> None:
    token = BAD[kind]().encode("latin-1")
    response = await edge.http.get(ME, headers=[(b"authorization", b"Bearer " + token)])
    assert problem(response, 401)["code"] == "unauthenticated"
    assert response.headers["www-authenticate"] == "Bearer"


async def test_no_token_is_a_401_where_a_user_is_needed_and_nobody_where_none_is(edge: Rig) -> None:
    problem(await edge.http.get(ME), 401)
    problem(await edge.http.get(ME, headers={"Authorization": "Basic dTpw"}), 401)
    assert (await edge.http.get("/api/v1/toy/maybe")).json() == "nobody"
    assert (await ask(edge, signed(), "/api/v1/toy/maybe")).json() == "investor"
    problem(await ask(edge, signed(OTHER_KEY), "/api/v1/toy/maybe"), 401)


async def test_a_verified_token_is_refused_once_it_has_expired(edge: Rig) -> None:
    token = signed()
    assert (await ask(edge, token)).status_code == 200
    clock.set_offset(timedelta(minutes=6))
    try:
        problem(await ask(edge, token), 401)
    finally:
        clock.set_offset(timedelta())


async def test_other_roles_are_kept_out(edge: Rig) -> None:
    assert (await ask(edge, signed(role="manager"), "/api/v1/toy/admin")).json() == "manager"
    assert problem(await ask(edge, signed(role="investor"), "/api/v1/toy/admin"), 403)["code"] == "forbidden"
    problem(await edge.http.get("/api/v1/toy/admin"), 401)


class Identity:
    """The JWKS endpoint, as a transport: it counts, and can be out of order."""

    def __init__(self) -> None:
        self.keys = [{**testing._jwk, "kid": "test", "alg": "ES256", "use": "sig"}]
        self.asked = 0
        self.down = False

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        await asyncio.sleep(0.01)
        if self.down:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(200, json={"keys": self.keys})

    def verifier(self) -> TokenVerifier:
        http = httpx.AsyncClient(transport=httpx.MockTransport(self.answer))
        return TokenVerifier(http, "http://identity/jwks", issuer="amigok")


async def test_keys_are_fetched_once_for_many_tokens() -> None:
    identity = Identity()
    verifier = identity.verifier()
    await asyncio.gather(*(verifier.verify(signed()) for _ in range(20)))
    assert identity.asked == 1


async def test_known_keys_hold_while_identity_is_unreachable() -> None:
    identity = Identity()
    verifier = identity.verifier()
    await verifier.verify(signed())
    identity.down = True
    assert (await verifier.verify(signed())).role == "investor"
    for _ in range(20):
        with pytest.raises(Unauthenticated):
            await verifier.verify(signed(OTHER_KEY, kid="unknown"))
    assert identity.asked == 1


async def test_a_new_key_is_fetched_when_a_token_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auth, "REFETCH_SECONDS", 0)
    identity = Identity()
    verifier = identity.verifier()
    await verifier.verify(signed())
    identity.keys = [*identity.keys, {**identity.keys[0], "kid": "next"}]
    assert (await verifier.verify(signed(kid="next"))).role == "investor"


async def test_requests_do_not_queue_up_for_an_identity_that_never_answered() -> None:
    identity = Identity()
    identity.down = True
    verifier = identity.verifier()
    answers = await asyncio.gather(*(verifier.verify(signed()) for _ in range(50)), return_exceptions=True)
    assert {type(answer) for answer in answers} == {Unavailable}
    assert identity.asked == 1
    identity.down = False
    await asyncio.sleep(auth.FIRST_FETCH_SECONDS)
    await verifier.verify(signed())


async def test_the_cache_of_verified_tokens_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auth, "CACHED_TOKENS", 10)
    verifier = Identity().verifier()
    for _ in range(15):
        await verifier.verify(signed())
    assert len(verifier._verified) == 10


async def test_a_fresh_proof_is_asked_for_where_a_stolen_session_would_hurt(edge: Rig) -> None:
    user = new_id()

    def bearer(minutes: int) -> dict[str, str]:
        return {"Authorization": f"Bearer {testing.token(user, authenticated=timedelta(minutes=minutes))}"}

    assert (await edge.http.get("/api/v1/toy/vault", headers=bearer(9))).json() == str(user)
    stale = await edge.http.get("/api/v1/toy/vault", headers=bearer(11))
    assert (stale.status_code, stale.json()["code"]) == (403, "step_up_required")


async def test_an_administrator_is_let_in_after_a_second_factor_only() -> None:
    async with running(service, require_second_factor=True) as rig:
        answers = [await ask(rig, testing.token(new_id(), "admin", amr=amr), ADMIN) for amr in (["pwd"], [])]
        assert {problem(answer, 403)["code"] for answer in answers} == {"second_factor_required"}
        assert (await ask(rig, testing.token(new_id(), "admin", amr=["mfa", "otp", "pwd"]), ADMIN)).status_code == 200
        assert (await ask(rig, testing.token(new_id(), "manager"), ADMIN)).status_code == 200
        assert problem(await ask(rig, testing.token(new_id(), "investor"), ADMIN), 403)["code"] == "forbidden"
        assert (await ask(rig, testing.token(new_id(), "admin"))).status_code == 200
        principal = await rig.runtime.tokens.verify(testing.token(new_id(), "admin", amr=["pwd"]))
        assert principal.role not in ("admin", "investor")  # nor do answers tell what only administrators see


async def test_an_installation_may_do_without_the_second_factor(edge: Rig) -> None:
    assert (await ask(edge, testing.token(new_id(), "admin"), ADMIN)).status_code == 200
