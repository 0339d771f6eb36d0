"""The generated configuration in a real Traefik, before real services."""

import http.client
import json
import os
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
import yaml
from fastapi import APIRouter, Request

import portal.main
from amigok import ports, routes
from amigok.fleet import ROOT
from amigok_chassis import testing
from amigok_chassis.app import create_asgi
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings

router = APIRouter(prefix="/api/v1")


class Odd(DomainError):
    """A rule of the toy said no."""

    status, code = 409, "odd"


class Patience(DomainError):
    """The toy has been asked too often."""

    status, code = 429, "too_many_toys"


class Down(DomainError):
    """The toy is out of order."""

    status, code = 503, "toy_is_tired"


@router.get("/toys/{toy_id}")
async def toy(toy_id: str, request: Request) -> dict[str, Any]:
    return {"toy_id": toy_id, "headers": dict(request.headers)}


@router.post("/toys")
async def make_toy(request: Request) -> int:
    return len(await request.body())


@router.post("/toys-large", max_body_size=3_000_000)
async def make_large_toy(request: Request) -> int:
    return len(await request.body())


@router.get("/toys-keys")
async def keys() -> dict[str, Any]:
    return testing.JWKS


@router.get("/toys-refused")
async def refused() -> None:
    raise Odd("Not today.", wanted=1)


@router.get("/toys-tired")
async def tired() -> None:
    raise Down


@router.get("/auth/probe")
async def probe() -> None: ...


@router.post("/auth/proof")
@router.post("/toys-guessed")
async def proof() -> None:
    raise Patience("Not so fast.", retry_after=900)


def _serving(name: str, *paths: str) -> Service:
    own = APIRouter()
    for path in paths:

        async def endpoint() -> None: ...

        own.get(path)(endpoint)
    return Service(name=name, routers=[own])


TOY = Service(name="toy", routers=[router])
GONE = _serving("gone", "/api/v1/gone")
RUDE = _serving("rude", "/api/v1/rude")


class HangsUp(socketserver.StreamRequestHandler):
    """Says that it is healthy, and hangs up on everything else."""

    def handle(self) -> None:
        if b"/health/ready" in self.rfile.readline():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextmanager
def _uvicorn(service: Service) -> Iterator[str]:
    port = ports.choose()
    keys = f"http://127.0.0.1:{port}/api/v1/toys-keys"
    settings = Settings(environment="test", role="api", port=port, jwks_url=keys)
    config = uvicorn.Config(
        create_asgi(service, settings), port=port, log_config=None, access_log=False, server_header=False, ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@contextmanager
def _rude() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), HangsUp) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join(20)


class Gateway:
    """What a client sees."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Sends the path as it is written here, unlike clients that tidy it up. Header names: _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, {key.lower(): value for key, value in response.getheaders()}, answer

    def problem(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> dict[str, Any]:
        """The problem that this is answered with, as which it must be marked and numbered."""
        status, got, answer = self.ask(path, method, body, **headers)
        assert got["content-type"] == "application/problem+json", (status, got, answer)
        assert got["x-request-id"]
        found: dict[str, Any] = json.loads(answer)
        assert found["status"] == status
        return found


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    limits = {"AMIGOK_AUTH_RATE_AVERAGE": "1", "AMIGOK_AUTH_RATE_BURST": "3", "AMIGOK_RATE_BURST": "1000"}
    with _gateway(tmp_path_factory.mktemp("gateway"), limits) as client:
        yield client


@pytest.fixture
def narrow_gateway(tmp_path: Path) -> Iterator[Gateway]:
    with _gateway(tmp_path, {"AMIGOK_RATE_AVERAGE": "1", "AMIGOK_RATE_BURST": "3"}) as client:
        yield client


@contextmanager
def _gateway(folder: Path, limits: dict[str, str]) -> Iterator[Gateway]:
    dynamic = routes.dynamic([TOY, GONE, RUDE, portal.main.service], ROOT / "gateway/middlewares.yml")
    (folder / "dynamic.yml").write_text(dynamic)
    web, internal = ports.choose(), ports.choose()
    static = yaml.safe_load((ROOT / "gateway/static.yml").read_text())
    static["entryPoints"]["web"]["address"] = f"127.0.0.1:{web}"
    static["entryPoints"]["traefik"]["address"] = f"127.0.0.1:{internal}"
    static["providers"]["file"]["filename"] = str(folder / "dynamic.yml")
    (folder / "static.yml").write_text(yaml.safe_dump(static))
    with ExitStack() as stack:
        urls = {
            "AMIGOK_TOY_URL": stack.enter_context(_uvicorn(TOY)),
            "AMIGOK_PORTAL_URL": stack.enter_context(_uvicorn(portal.main.service)),
            "AMIGOK_RUDE_URL": stack.enter_context(_rude()),
            "AMIGOK_GONE_URL": f"http://127.0.0.1:{ports.choose()}",
        }
        origins = {"AMIGOK_CORS_ORIGINS": "https://app.example, https://admin.example"}
        stack.enter_context(_traefik(folder, {**urls, **limits, **origins}))
        client = Gateway(web)
        _wait_until(lambda: client.ask("/api/v1/toys/1")[0] == 200)
        yield client


@contextmanager
def _traefik(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    program = Path(sys.executable).with_name("traefik")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [program, f"--configFile={folder / 'static.yml'}"],
            env={**os.environ, **environment},
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _wait_until(condition: Any, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "the gateway did not come up"
        time.sleep(0.1)


def test_a_request_reaches_its_service_and_the_answer_is_numbered(gateway: Gateway) -> None:
    status, headers, body = gateway.ask("/api/v1/toys/42", X_Request_Id="my-request-1")
    assert status == 200
    assert json.loads(body)["toy_id"] == "42"
    assert headers["x-request-id"] == "my-request-1"


def test_every_answer_has_the_security_headers_and_names_no_server(gateway: Gateway) -> None:
    for path in ("/api/v1/toys/1", "/nowhere", "/docs"):
        _, headers, _ = gateway.ask(path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "server" not in headers


def test_headers_that_only_the_fleet_may_send_do_not_pass(gateway: Gateway) -> None:
    forged = {"X_Amigok_User": "root", "X_Forwarded_For": "6.6.6.6", "X_Replaced_Path": "/x"}
    _, _, body = gateway.ask("/api/v1/toys/1", **forged)
    headers = json.loads(body)["headers"]
    assert not [name for name in headers if name.startswith("x-amigok")]
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert "x-replaced-path" not in headers


def test_a_path_that_nobody_claims_is_a_problem_that_names_it(gateway: Gateway) -> None:
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        found = gateway.problem("/api/v1/nothing/here", method)
        assert (found["status"], found["code"]) == (404, "not_found")
        assert found["instance"] == "/api/v1/nothing/here"


def test_a_method_that_the_service_does_not_offer_is_its_own_problem(gateway: Gateway) -> None:
    assert gateway.problem("/api/v1/toys/1", "DELETE")["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "path",
    [
        "/internal/problems/502",
        "/metrics",
        "/health/live",
        "/health/ready",
        "//metrics",
        "/./metrics",
        "/%6detrics",
        "/%2e%2e/metrics",
        "/%2fmetrics",
        "/metrics%2f",
        "/metrics;x",
        "/metrics%00",
        "/%5cmetrics",
        "/METRICS",
        "/api/v1/../metrics",
        "/api/v1/../../metrics",
        "/api/v1/toys/../../../metrics",
        "/api/v1/toys/%2e%2e/%2e%2e/%2e%2e/metrics",
        "/api/v1/toys/..%2f..%2f..%2fmetrics",
        "/api/v1/toys/..;/..;/..;/metrics",
        "/docs/assets/..%2f..%2fmetrics",
        "/docs/assets/../../internal/problems/502",
        "/docs/../metrics",
        "//internal/problems/502",
        "/%69nternal/problems/502",
        "/internal%2fproblems%2f502",
        "/internal/./problems/502",
    ],
)
def test_what_is_internal_cannot_be_reached(gateway: Gateway, path: str) -> None:
    status, _, body = gateway.ask(path)
    assert b"python_info" not in body
    assert status in (400, 404, 405)


@pytest.mark.parametrize("segment", ["%00", "%ff", "%25", "%3F%23%3B", "..%5c..%5cmetrics", "%F0%9F%90%91"])
def test_odd_characters_stay_in_their_segment(gateway: Gateway, segment: str) -> None:
    status, _, body = gateway.ask(f"/api/v1/toys/{segment}")
    assert status == 200
    assert "toy_id" in json.loads(body)


def test_an_encoded_slash_is_answered_with_a_problem(gateway: Gateway) -> None:
    assert gateway.problem("/api/v1/toys/a%2Fb")["code"] == "not_found"


def test_the_problems_of_a_service_pass_unchanged(gateway: Gateway) -> None:
    found = gateway.problem("/api/v1/toys-refused")
    assert (found["code"], found["detail"], found["wanted"]) == ("odd", "Not today.", 1)
    assert gateway.problem("/api/v1/toys-tired")["code"] == "toy_is_tired"


@pytest.mark.parametrize("path", ["/api/v1/auth/proof", "/api/v1/toys-guessed"])
def test_how_long_a_service_makes_people_wait_who_guess_reaches_them(gateway: Gateway, path: str) -> None:
    status, headers, body = gateway.ask(path, "POST")
    assert (status, headers["retry-after"], headers["content-type"]) == (429, "900", "application/problem+json")
    problem = json.loads(body)
    assert (problem["code"], problem["detail"], problem["retry_after"]) == ("too_many_toys", "Not so fast.", 900)


def test_who_asks_for_authentication_too_often_is_told_to_wait(gateway: Gateway) -> None:
    answers = [gateway.ask("/api/v1/auth/probe") for _ in range(6)]
    status, headers, _ = answers[-1]
    assert (answers[0][0], status, headers["retry-after"]) == (200, 429, "1")
    assert gateway.ask("/api/v1/toys/1")[0] == 200


def test_who_asks_for_anything_else_too_often_is_told_to_wait(narrow_gateway: Gateway) -> None:
    answers = [narrow_gateway.ask("/api/v1/toys/1") for _ in range(6)]
    status, headers, _ = answers[-1]
    assert (status, headers["retry-after"]) == (429, "1")


def test_a_body_beyond_the_limit_is_refused(gateway: Gateway) -> None:
    assert gateway.ask("/api/v1/toys", "POST", b"x" * 1_000_000)[2] == b"1000000"
    found = gateway.problem("/api/v1/toys", "POST", b"x" * 1_048_577)
    assert (found["status"], found["code"]) == (413, "content_too_large")


def test_only_a_route_that_says_so_gets_a_larger_body(gateway: Gateway) -> None:
    who = {"Authorization": f"Bearer {testing.token(new_id())}"}
    status, _, answer = gateway.ask("/api/v1/toys-large", "POST", b"x" * 2_900_000, **who)
    assert (status, answer) == (200, b"2900000")
    for path, size in (("/api/v1/toys-large", 3_000_001), ("/api/v1/toys", 2_900_000)):
        assert gateway.problem(path, "POST", b"x" * size, **who)["code"] == "content_too_large"
    assert gateway.problem("/api/v1/toys-large", "POST", b"x" * 2_900_000)["code"] == "unauthenticated"


def test_a_service_that_hangs_up_is_a_problem(gateway: Gateway) -> None:
    found = gateway.problem("/api/v1/rude")
    assert (found["status"], found["code"], found["instance"]) == (502, "bad_gateway", "/api/v1/rude")


def test_a_service_that_is_down_is_a_problem_for_reads_and_writes(gateway: Gateway) -> None:
    _wait_until(lambda: gateway.ask("/api/v1/gone")[0] == 503)
    for method in ("GET", "POST", "DELETE"):
        found = gateway.problem("/api/v1/gone", method)
        assert (found["status"], found["code"]) == (503, "service_unavailable")


def test_only_configured_origins_may_read_answers_in_a_browser(gateway: Gateway) -> None:
    _, headers, _ = gateway.ask("/api/v1/toys/1", Origin="https://admin.example")
    assert headers["access-control-allow-origin"] == "https://admin.example"
    _, headers, _ = gateway.ask("/api/v1/toys/1", Origin="https://evil.example")
    assert "access-control-allow-origin" not in headers


def test_a_preflight_is_answered_by_the_gateway(gateway: Gateway) -> None:
    status, headers, _ = gateway.ask(
        "/api/v1/toys", "OPTIONS", Origin="https://app.example", Access_Control_Request_Method="POST"
    )
    assert status == 200
    assert "Idempotency-Key" in headers["access-control-allow-headers"]


def test_the_documentation_is_served(gateway: Gateway) -> None:
    for path in ("/docs", "/docs/assets/swagger-ui-bundle.js", "/events", "/openapi.json", "/asyncapi.json"):
        assert gateway.ask(path)[0] == 200
