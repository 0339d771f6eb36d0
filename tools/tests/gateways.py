"""What the tests of the gateway stand on: a real Traefik with the generated configuration, before real services."""

import asyncio
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
from fastapi.responses import Response

import portal.main
from amigok import ports, routes
from amigok.fleet import ROOT
from amigok_chassis import testing
from amigok_chassis.app import create_asgi
from amigok_chassis.errors import DomainError
from amigok_chassis.patience import PATIENCE
from amigok_chassis.protocol import Protocol
from amigok_chassis.service import Noun, Service
from amigok_chassis.settings import Settings

router = APIRouter(prefix="/api/v1")

_LET_GO = threading.Event()
UNDER_WAY: list[str] = []
"""The slow and large requests that have arrived."""


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
    UNDER_WAY.append("large")
    return len(await request.body())


@router.get("/toys-sender")
@router.get("/auth/sender")
async def sender(request: Request) -> str:
    return request.client.host if request.client else ""


@router.post("/toys-halves", max_body_size=3_000_000)
async def half(request: Request) -> Response:
    """Answers as soon as the first part of the body is there."""
    async for part in request.stream():
        if part:
            break
    return Response()


@router.get("/toys-slow")
async def slow() -> None:
    """Answers when the test lets it."""
    UNDER_WAY.append("slow")
    await asyncio.to_thread(_LET_GO.wait)


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


def _made(name: str, *paths: str) -> Service:
    own = APIRouter()
    for path in paths:

        async def endpoint() -> None: ...

        own.get(path)(endpoint)
    return Service(name=name, nouns=[Noun(routers=[own])])


TOY = Service(name="toy", nouns=[Noun(routers=[router])])
GONE = _made("gone", "/api/v1/gone")
RUDE = _made("rude", "/api/v1/rude")


class HangsUp(socketserver.StreamRequestHandler):
    """Says that it is healthy, and hangs up on everything else."""

    def handle(self) -> None:
        if b"/health/ready" in self.rfile.readline():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextmanager
def serving(service: Service, **settings: Any) -> Iterator[str]:
    """The URL of a service in this process."""
    port = settings.setdefault("port", ports.choose())
    keys = f"http://127.0.0.1:{port}/api/v1/toys-keys"
    configured = Settings(**{"environment": "test", "role": "api", "jwks_url": keys, **settings})
    config = uvicorn.Config(
        create_asgi(service, configured),
        port=port,
        http=Protocol,
        proxy_headers=False,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


@contextmanager
def rude() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), HangsUp) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join(PATIENCE)


class Gateway:
    """What a client with this address sees."""

    def __init__(self, port: int, *, at: str = "127.0.0.1") -> None:
        self.port = port
        self.at = at

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Sends the path as it is written here, unlike clients that tidy it up. Header names: _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE, source_address=(self.at, 0))
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


def configuration(folder: Path, services: list[Service]) -> dict[str, Any]:
    """The static configuration on ports of its own, with the routes of these services beside it in the folder."""
    (folder / "dynamic.yml").write_text(routes.dynamic(services, ROOT / "gateway/middlewares.yml"))
    static: dict[str, Any] = yaml.safe_load((ROOT / "gateway/static.yml").read_text())
    static["entryPoints"]["web"]["address"] = f"127.0.0.1:{ports.choose()}"
    static["entryPoints"]["traefik"]["address"] = f"127.0.0.1:{ports.choose()}"
    static["providers"]["file"]["filename"] = str(folder / "dynamic.yml")
    return static


def port_of(static: dict[str, Any], entry: str = "web") -> int:
    return int(static["entryPoints"][entry]["address"].rpartition(":")[2])


@contextmanager
def gateway_at(folder: Path, *, proxies: str = "", patience: str = "30s", **settings: str) -> Iterator[Gateway]:
    """A gateway before the toys and the portal, once it answers; the toys know of these proxies.

    `patience` is how long it waits for the head of an answer.
    """
    static = configuration(folder, [TOY, GONE, RUDE, portal.main.service])
    dynamic = (folder / "dynamic.yml").read_text()
    assert "responseHeaderTimeout: 30s" in dynamic
    (folder / "dynamic.yml").write_text(dynamic.replace("HeaderTimeout: 30s", f"HeaderTimeout: {patience}"))
    with ExitStack() as stack:
        toy = stack.enter_context(serving(TOY, trusted_proxies=proxies))
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        environment.setenv("PORTAL_SERVICES", json.dumps({"toy": toy}))
        urls = {
            "AMIGOK_TOY_URL": toy,
            "AMIGOK_PORTAL_URL": stack.enter_context(serving(portal.main.service)),
            "AMIGOK_RUDE_URL": stack.enter_context(rude()),
            "AMIGOK_GONE_URL": f"http://127.0.0.1:{ports.choose()}",
        }
        origins = {"AMIGOK_CORS_ORIGINS": "https://app.example, https://admin.example"}
        stack.enter_context(traefik(folder, static, **urls, **settings, **origins))
        client = Gateway(port_of(static))
        wait_until(lambda: client.ask("/api/v1/toys/1")[0] == 200)
        yield client


@contextmanager
def slow_requests_wait() -> Iterator[None]:
    """Within it, slow requests get no answer; after it, all do."""
    _LET_GO.clear()
    UNDER_WAY.clear()
    try:
        yield
    finally:
        _LET_GO.set()


def wait_until(condition: Any, seconds: float = PATIENCE, pause: float = 0.1) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "the gateway did not come up"
        time.sleep(pause)


@contextmanager
def traefik(folder: Path, static: dict[str, Any], **settings: str) -> Iterator[None]:
    """Started as its image starts it."""
    (folder / "static.yml").write_text(yaml.safe_dump(static, default_flow_style=None))
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            ["sh", ROOT / "gateway/start.sh", folder / "static.yml", folder / "traefik.yml"],
            env={**os.environ, **settings, "PATH": path},
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        process.kill()
        process.wait()
