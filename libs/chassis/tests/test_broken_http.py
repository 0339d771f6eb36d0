"""Requests as broken or hostile clients send them, byte by byte, to a real server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from fastapi import APIRouter, Request

from amigok_chassis.app import create_asgi
from amigok_chassis.patience import until
from amigok_chassis.protocol import HEAD_BYTES, Protocol
from amigok_chassis.service import Noun, Service
from amigok_chassis.settings import Settings

router = APIRouter(prefix="/api/v1")

METHODS = "CONNECT, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, QUERY, TRACE"


@router.get("/things")
async def things() -> str:
    return "things"


@router.post("/things")
async def thing(request: Request) -> int:
    return len(await request.body())


@router.get("/naps")
async def nap(seconds: float = 0.3) -> str:
    await asyncio.sleep(seconds)
    return "slept"


class Hasty(Protocol):
    head_seconds = 0.5
    linger_seconds = 0.3


class Line:
    """A connection to the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def send(self, data: bytes, step: int) -> None:
        """Sends so many bytes at a time, until all are sent or the server has answered."""
        for start in range(0, len(data), step):
            if self.reader._buffer:  # type: ignore[attr-defined]
                break
            self.writer.write(data[start : start + step])
            await asyncio.sleep(0.01)

    async def rest(self) -> bytes:
        """Everything that comes until the server hangs up."""
        return await asyncio.wait_for(self.reader.read(), 5)

    async def answer(self) -> tuple[int, dict[str, str], bytes]:
        """One response with its status, headers and body; a HEAD's has none."""
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 5)
        first, *lines = head.decode().strip().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        return int(first.split()[1]), headers, await self.reader.readexactly(int(headers["content-length"]))


def problem(answer: bytes) -> tuple[int, str, dict[str, str]]:
    """Status, code and headers of the one problem that was answered before the server hung up."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert headers["content-type"] == "application/problem+json", answer
    assert headers["connection"] == "close"
    assert headers["x-request-id"]
    assert headers["cache-control"] == "no-store"
    assert int(headers["content-length"]) == len(body)
    found: dict[str, Any] = json.loads(body)
    status = int(first.split()[1])
    assert found["status"] == status
    return status, found["code"], headers


@asynccontextmanager
async def serving(**config: Any) -> AsyncIterator[uvicorn.Server]:
    settings = Settings(environment="test", role="api")
    app = create_asgi(Service(name="plain", nouns=[Noun(routers=[router])]), settings)
    quiet: dict[str, Any] = {"log_config": None, "access_log": False, "proxy_headers": False, "ws": "none"}
    server = uvicorn.Server(uvicorn.Config(app, port=0, http=Hasty, **quiet | config))
    task = asyncio.create_task(server.serve())

    async def started() -> bool:
        return server.started

    await until(started)
    yield server
    server.should_exit = True
    await task


def port_of(server: uvicorn.Server) -> int:
    return int(server.servers[0].sockets[0].getsockname()[1])


@pytest.fixture(scope="module")
async def port() -> AsyncIterator[int]:
    async with serving() as server:
        yield port_of(server)


@pytest.fixture
async def line(port: int) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    yield Line(reader, writer)
    writer.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nno header\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \x00\r\n\r\n",
        b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx",
        b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        b"CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
async def test_what_is_no_request_is_answered_with_a_problem_and_hung_up_on(line: Line, sent: bytes) -> None:
    line.writer.write(sent)
    assert problem(await line.rest())[:2] == (400, "malformed_request")


@pytest.mark.parametrize("method", ["BREW", "get", "PROPFIND", "M-SEARCH", "LINK"])
async def test_a_method_that_is_not_one_of_http_is_a_501_that_names_the_methods(line: Line, method: str) -> None:
    line.writer.write(f"{method} /api/v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    status, code, headers = problem(await line.rest())
    assert (status, code, headers["allow"]) == (501, "not_implemented", METHODS)


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"])
async def test_a_method_that_the_path_lacks_is_a_405_that_names_all_it_has(line: Line, method: str) -> None:
    line.writer.write(f"{method} /api/v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    status, code, headers = problem(await line.rest())
    assert (status, code, headers["allow"]) == (405, "method_not_allowed", "GET, HEAD, POST")


LARGE = {
    "line": b"GET /" + b"x" * HEAD_BYTES + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "header": b"GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * HEAD_BYTES + b"\r\n\r\n",
    "headers": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-Small: x\r\n" * 6_000 + b"\r\n",
    "endless": b"GET / HTTP/1.1\r\nX-Endless: " + b"x" * 2 * HEAD_BYTES,
}


@pytest.mark.parametrize("head", LARGE)
@pytest.mark.parametrize("step", [10_000, 1_000_000])
async def test_headers_beyond_the_limit_are_a_431_however_they_arrive(line: Line, head: str, step: int) -> None:
    await line.send(LARGE[head], step)
    assert problem(await line.rest())[:2] == (431, "request_header_fields_too_large")


async def test_large_headers_within_the_limit_pass_even_behind_a_large_body(line: Line) -> None:
    body = b"x" * 60_000
    head = b"Host: x\r\nX-Large: " + b"x" * (HEAD_BYTES - 200) + b"\r\n"
    line.writer.write(b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + body)
    line.writer.write(b"GET /api/v1/things HTTP/1.1\r\n" + head)
    assert (await line.answer())[2] == b"60000"
    line.writer.write(b"\r\n")
    assert (await line.answer())[2] == b'"things"'


async def test_who_reads_only_after_sending_everything_still_gets_the_answer(line: Line) -> None:
    line.writer.write(LARGE["header"] + b"x" * 1_000_000)
    await line.writer.drain()
    await asyncio.sleep(0.05)
    assert problem(await line.rest())[:2] == (431, "request_header_fields_too_large")


async def test_who_was_refused_and_stays_is_hung_up_on(line: Line) -> None:
    line.writer.write(b"nonsense\r\n\r\n")
    assert problem(await line.rest())[:2] == (400, "malformed_request")
    for _ in range(20):
        line.writer.write(b"x")
        await asyncio.sleep(0.05)
    assert line.writer.transport.is_closing()


@pytest.mark.parametrize("sent", [b"G", b"GET / HTTP/1.1\r\nHost: x\r\n"])
async def test_who_does_not_finish_the_headers_is_told_and_let_go(line: Line, sent: bytes) -> None:
    line.writer.write(sent)
    assert problem(await line.rest())[:2] == (408, "request_timeout")


async def test_who_sends_headers_byte_by_byte_is_let_go_as_well(line: Line) -> None:
    await line.send(b"GET / HTTP/1.1\r\nHost: " + b"x" * 200, 1)
    assert problem(await line.rest())[:2] == (408, "request_timeout")


async def test_who_connects_and_says_nothing_is_let_go(line: Line) -> None:
    began = asyncio.get_running_loop().time()
    assert await line.rest() == b""
    assert 0.4 < asyncio.get_running_loop().time() - began < 4


async def test_who_was_refused_and_never_sends_the_rest_of_the_body_is_let_go(line: Line) -> None:
    head = b"POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
    line.writer.write(head)
    assert (await line.answer())[0] == 404
    line.writer.write(b"x")
    assert await line.rest() == b""


async def test_a_slow_answer_is_no_slow_request(line: Line) -> None:
    for _ in range(3):
        line.writer.write(b"GET /api/v1/naps HTTP/1.1\r\nHost: x\r\n\r\n")
        assert (await line.answer())[2] == b'"slept"'


AFTER = {
    "nonsense": b"nonsense\r\n\r\n",
    "large": LARGE["header"],
    "unknown": b"BREW / HTTP/1.1\r\n\r\n",
    "slow": b"GET",
}


@pytest.mark.parametrize("after", AFTER)
async def test_a_request_keeps_its_answer_whatever_comes_behind_it(line: Line, after: str) -> None:
    line.writer.write(b"GET /api/v1/naps HTTP/1.1\r\nHost: x\r\n\r\n")
    await asyncio.sleep(0.1)
    line.writer.write(AFTER[after])
    status, _, body = await line.answer()
    assert (status, body) == (200, b'"slept"')
    assert (await line.rest() == b"") == (after != "slow")


async def test_a_queued_request_with_a_broken_body_does_not_take_the_place_of_the_first(line: Line) -> None:
    line.writer.write(b"GET /api/v1/naps HTTP/1.1\r\nHost: x\r\n\r\n")
    line.writer.write(b"POST /api/v1/things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n")
    status, _, body = await line.answer()
    assert (status, body) == (200, b'"slept"')
    assert await line.rest() == b""


async def test_a_head_is_answered_with_headers_only_and_the_connection_goes_on(line: Line) -> None:
    line.writer.write(b"HEAD /api/v1/things HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/things HTTP/1.1\r\nHost: x\r\n\r\n")
    head = await asyncio.wait_for(line.reader.readuntil(b"\r\n\r\n"), 5)
    assert b"content-length: 8" in head
    assert (await line.answer())[2] == b'"things"'


async def test_a_client_that_resets_the_connection_does_no_harm(port: int) -> None:
    for sent in (b"", b"GET", b"GET /api/v1/naps HTTP/1.1\r\nHost: x\r\n\r\n"):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        await asyncio.sleep(0.05)
        writer.transport.abort()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /api/v1/things HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (await Line(reader, writer).answer())[0] == 200
    writer.close()


class Upgraded(asyncio.Protocol):
    """What another protocol does with a connection: it says that it has taken over, and listens."""

    def __init__(self, **_: Any) -> None: ...

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        transport.write(b"taken over")


async def test_a_connection_that_was_upgraded_is_left_to_its_new_protocol() -> None:
    async with serving(ws=Upgraded) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
        assert await reader.readexactly(10) == b"taken over"
        await asyncio.sleep(Hasty.head_seconds * 2)
        assert not reader.at_eof()
        writer.close()


async def test_who_is_still_waiting_when_the_process_ends_is_told_to_try_again() -> None:
    async with serving(timeout_graceful_shutdown=1) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"GET /api/v1/naps?seconds=30 HTTP/1.1\r\nHost: x\r\n\r\n")
        await asyncio.sleep(0.1)
        server.should_exit = True
        status, headers, body = await Line(reader, writer).answer()
    assert (status, json.loads(body)["code"], headers["retry-after"]) == (503, "service_unavailable", "2")
    writer.close()
