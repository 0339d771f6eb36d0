"""Who a client is, through a real proxy before a real Traefik before real services."""

import asyncio
import http.client
import json
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from gateways import Gateway, configuration, gateway_at, port_of, serving, traefik, wait_until

import identity.main
import portal.main
from amigok.fleet import ROOT
from amigok_chassis import testing, testing_databases
from amigok_chassis.patience import PATIENCE

PROXY = "127.0.0.9"
"""From this address our proxy speaks to the gateway; nobody else has it."""

LIMITS = {"AMIGOK_AUTH_RATE_AVERAGE": "1", "AMIGOK_AUTH_RATE_BURST": "3", "AMIGOK_RATE_BURST": "1000"}
FORGED = {"X-Forwarded-For": "6.6.6.6", "X-Real-Ip": "6.6.6.6", "Forwarded": "for=6.6.6.6"}


class Forwarding(BaseHTTPRequestHandler):
    """Passes requests on and appends the address of whoever sent them, as load balancers do."""

    gateway: int

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        before = [self.headers["X-Forwarded-For"]] if "X-Forwarded-For" in self.headers else []
        headers = {**self.headers, "X-Forwarded-For": ", ".join([*before, self.client_address[0]])}
        onward = http.client.HTTPConnection("127.0.0.1", self.gateway, timeout=PATIENCE, source_address=(PROXY, 0))
        onward.request(self.command, self.path, body, headers)
        response = onward.getresponse()
        answer = response.read()
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in ("transfer-encoding", "connection"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)
        onward.close()

    do_GET = do_POST = _forward

    def log_message(self, format: str, *args: Any) -> None: ...


@contextmanager
def proxy(gateway: int) -> Iterator[int]:
    """The port of a proxy before the gateway."""
    handler = type("Handler", (Forwarding,), {"gateway": gateway})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join(20)


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    trusted = {"AMIGOK_TRUSTED_PROXIES": f"{PROXY}, 10.9.0.0/16", **LIMITS}
    with gateway_at(tmp_path_factory.mktemp("gateway"), proxies=f"{PROXY}, 10.9.0.0/16", **trusted) as gateway:
        yield gateway


@pytest.fixture(scope="module")
def front(gateway: Gateway) -> Iterator[int]:
    with proxy(gateway.port) as port:
        yield port


def sender(port: int, at: str, **headers: str) -> str:
    status, _, body = Gateway(port, at=at).ask("/api/v1/toys-sender", **headers)
    assert status == 200
    return str(json.loads(body))


def test_behind_a_proxy_of_our_own_a_service_sees_the_client(front: int) -> None:
    assert sender(front, "127.0.0.2") == "127.0.0.2"


def test_what_a_client_says_of_itself_is_not_believed_through_the_proxy(front: int) -> None:
    assert sender(front, "127.0.0.2", **FORGED) == "127.0.0.2"
    assert sender(front, "127.0.0.2", **{"X-Forwarded-For": f"6.6.6.6, {PROXY}"}) == "127.0.0.2"


def test_nor_past_the_proxy(gateway: Gateway) -> None:
    assert sender(gateway.port, "127.0.0.2", **FORGED) == "127.0.0.2"
    assert sender(gateway.port, "127.0.0.2", **{"X-Forwarded-For": f"6.6.6.6, {PROXY}"}) == "127.0.0.2"


def test_two_proxies_of_our_own_in_a_row_tell_the_client(gateway: Gateway) -> None:
    assert sender(gateway.port, PROXY, **{"X-Forwarded-For": "6.6.6.6, 198.51.100.1, 10.9.1.1"}) == "198.51.100.1"


def test_the_gateway_counts_clients_and_not_the_proxy_whatever_they_say_of_themselves(front: int) -> None:
    def ask(at: str, forged: str) -> int:
        return Gateway(front, at=at).ask("/api/v1/auth/sender", **{"X-Forwarded-For": forged})[0]

    assert [ask("127.0.0.3", f"6.6.6.{number}") for number in range(8)][-1] == 429
    assert ask("127.0.0.4", "6.6.6.6") == 200


def test_without_proxies_of_our_own_nobody_is_believed(tmp_path: Path) -> None:
    with gateway_at(tmp_path) as plain, proxy(plain.port) as port:
        assert sender(plain.port, "127.0.0.2", **FORGED) == "127.0.0.2"
        assert sender(port, "127.0.0.2", **FORGED) == PROXY


@pytest.fixture(scope="module")
async def identities(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[int]:
    """The port of a proxy before a gateway before identity."""
    folder = tmp_path_factory.mktemp("identity")
    static = configuration(folder, [identity.main.service, portal.main.service])
    wiring = {"secret_key": testing.SECRET_KEY, "fleet_key": testing.FLEET_KEY, "storage_url": "memory:///"}
    generous = {"AMIGOK_AUTH_RATE_AVERAGE": "1000", "AMIGOK_AUTH_RATE_BURST": "1000", "AMIGOK_TRUSTED_PROXIES": PROXY}
    async with testing_databases.database(identity.main.service) as database:
        with (
            serving(identity.main.service, database_url=database, trusted_proxies=PROXY, **wiring) as own,
            serving(portal.main.service) as pages,
            traefik(folder, static, AMIGOK_IDENTITY_URL=own, AMIGOK_PORTAL_URL=pages, **generous),
            proxy(port_of(static)) as port,
        ):
            await asyncio.to_thread(wait_until, lambda: Gateway(port).ask("/.well-known/jwks.json")[0] == 200)
            yield port


async def test_guessing_passwords_slows_down_the_client_who_guesses_and_nobody_else(identities: int) -> None:
    def guess(at: str, forged: str = "6.6.6.6") -> int:
        body = json.dumps({"login": "somebody@example.com", "password": "wrong wrong wrong"}).encode()
        headers = {"Content-Type": "application/json", "X-Forwarded-For": forged}
        return Gateway(identities, at=at).ask("/api/v1/auth/login", "POST", body, **headers)[0]

    def guesses() -> list[int]:
        return [guess("127.0.0.5", f"6.6.6.{number}") for number in range(12)]

    answers = await asyncio.to_thread(guesses)
    assert (answers[0], answers[-1]) == (401, 429)
    assert await asyncio.to_thread(guess, "127.0.0.6") == 401


@pytest.mark.parametrize("text", ["10.0.0.0/8; rm", "proxy", "10.0.0.0/8]", "*"])
def test_the_image_does_not_start_with_proxies_that_are_no_addresses(tmp_path: Path, text: str) -> None:
    done = subprocess.run(
        ["sh", ROOT / "gateway/start.sh", ROOT / "gateway/static.yml", tmp_path / "traefik.yml"],
        env={"PATH": "/usr/bin:/bin", "AMIGOK_TRUSTED_PROXIES": text},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "AMIGOK_TRUSTED_PROXIES" in done.stderr
    assert not (tmp_path / "traefik.yml").exists()
