"""Bodies as clients send them to a real server: slowly, without end, of strangers."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from fastapi import APIRouter, Request

from amigok_chassis import testing
from amigok_chassis.app import create_app
from amigok_chassis.auth import CurrentUser
from amigok_chassis.edge import Edge
from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.protocol import Protocol
from amigok_chassis.service import Noun, Service
from amigok_chassis.settings import Settings

router = APIRouter(prefix="/api/v1")


@router.post("/lengths")
async def length(request: Request) -> int:
    return len(await request.body())


@router.post("/files", max_body_size=3_000_000)
async def file(request: Request, _: CurrentUser) -> int:
    return len(await request.body())


@router.post("/hooks", max_body_size=100_000)
async def hook(request: Request) -> int:
    return len(await request.body())


@dataclass
class Server:
    """A service of its own on a port of its own."""

    port: int

    async def send(
        self, path: str, *parts: bytes, length: int | None = None, pause: float = 0, **headers: str
    ) -> tuple[int, dict[str, Any], bytes]:
        """Sends the parts of a body with pauses before each until it is answered: status, problem, what came first."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        size = sum(map(len, parts)) if length is None else length
        lines = [f"POST /api/v1{path} HTTP/1.1", "Host: x"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        lines += [] if "Transfer_Encoding" in headers else [f"Content-Length: {size}"]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        first = asyncio.ensure_future(reader.read(100_000))
        for part in parts:
            await asyncio.wait({first}, timeout=pause)
            if first.done():
                break
            writer.write(part)
        answer = await asyncio.wait_for(first, PATIENCE)
        writer.close()
        return _parsed(answer)


def _parsed(answer: bytes) -> tuple[int, dict[str, Any], bytes]:
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"application/problem+json" in head:
        return int(head.split()[1]), json.loads(body), answer
    return int(head.split()[1]), {}, body


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[Server]:
    settings = Settings(environment="test", role="api", body_grace_seconds=1, body_bytes_per_second=20_000)
    app = create_app(Service(name="plain", nouns=[Noun(routers=[router])]), settings)
    serving = uvicorn.Server(
        uvicorn.Config(Edge(app), port=0, log_config=None, access_log=False, http=Protocol, proxy_headers=False)
    )
    task = asyncio.create_task(serving.serve())

    async def started() -> bool:
        return serving.started

    await until(started)
    app.state.runtime.tokens.trust(testing.JWKS)
    yield Server(serving.servers[0].sockets[0].getsockname()[1])
    serving.should_exit = True
    await task


def signed_in() -> dict[str, str]:
    return {"Authorization": f"Bearer {testing.token(new_id())}"}


async def test_a_slow_but_steady_upload_arrives_however_long_it_takes(server: Server) -> None:
    parts = [b"x" * 10_000] * 12
    status, _, body = await server.send("/files", *parts, pause=0.25, **signed_in())
    assert (status, body) == (200, b"120000")


@pytest.mark.parametrize("path", ["/files", "/lengths"])
async def test_who_stops_in_the_middle_of_a_body_is_told_and_let_go(server: Server, path: str) -> None:
    began = asyncio.get_running_loop().time()
    status, problem, answer = await server.send(path, b"x" * 1000, length=50_000, **signed_in())
    assert (status, problem["code"]) == (408, "request_timeout")
    assert b"connection: close" in answer
    assert 0.9 < asyncio.get_running_loop().time() - began < 5


async def test_who_sends_a_byte_now_and_then_is_let_go_as_well(server: Server) -> None:
    status, problem, _ = await server.send("/lengths", *[b"x"] * 100, pause=0.05)
    assert (status, problem["code"]) == (408, "request_timeout")


async def test_of_a_stranger_nothing_large_is_read(server: Server) -> None:
    for path in ("/lengths", "/files"):
        status, problem, _ = await server.send(path, length=65_537)
        assert (status, problem["code"]) == (401, "unauthenticated")
    assert (await server.send("/lengths", b"x" * 65_536))[0] == 200
    assert (await server.send("/lengths", b"x" * 65_537, **signed_in()))[0] == 200


async def test_of_a_stranger_who_does_not_say_how_much_comes_only_a_little_is_read(server: Server) -> None:
    chunked = {"Transfer_Encoding": "chunked"}
    parts = [b"4e20\r\n" + b"x" * 20_000 + b"\r\n"] * 4
    status, problem, _ = await server.send("/lengths", *parts, b"0\r\n\r\n", pause=0.01, **chunked)
    assert (status, problem["code"]) == (413, "content_too_large")
    assert (await server.send("/files", pause=0.01, **chunked))[1]["code"] == "unauthenticated"
    status, _, body = await server.send("/lengths", *parts, b"0\r\n\r\n", pause=0.01, **chunked, **signed_in())
    assert (status, body) == (200, b"80000")


async def test_a_route_without_tokens_takes_what_it_declares(server: Server) -> None:
    assert (await server.send("/hooks", b"x" * 100_000))[0] == 200
    assert (await server.send("/hooks", length=100_001))[1]["code"] == "content_too_large"


async def test_who_asks_before_sending_is_refused_before_sending(server: Server) -> None:
    asking = {"Expect": "100-continue"}
    status, _, _ = await server.send("/files", length=100_000, **asking)
    assert status == 401
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    head = "POST /api/v1/files HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\nExpect: 100-continue\r\nAuthorization: "
    writer.write(f"{head}{signed_in()['Authorization']}\r\n\r\n".encode())
    assert b"100 Continue" in await asyncio.wait_for(reader.read(1000), PATIENCE)
    writer.close()


@pytest.mark.parametrize("sent", [b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /\xff HTTP/1.1\r\nx\r\n\r\n"])
async def test_what_is_no_request_is_answered_with_a_problem(server: Server, sent: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(sent)
    status, problem, _ = _parsed(await asyncio.wait_for(reader.read(), PATIENCE))
    assert (status, problem["status"], problem["code"]) == (400, 400, "malformed_request")
    writer.close()
