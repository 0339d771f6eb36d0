"""The embedded engine for other processes: as much of ClickHouse's HTTP interface as `client` speaks."""

import asyncio
import hmac
import re
from collections.abc import AsyncIterator, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from threading import Lock

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from analytics.engine.embedded import BUSY, STREAMS, Asked, Embedded
from analytics.engine.settings import EngineSettings

log = structlog.get_logger()

_CODE = re.compile(r"Code: ([0-9]+)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_NUMBER = re.compile(r"[0-9.]+")
READERS, WRITERS = 4, 2
"""Queries that are computed at once, and statements that write at once; others wait."""
READING, WRITING = 5, 30
"""For how many seconds they wait."""
LARGEST = 10_000_000
"""Bytes of one parameter."""
SETTINGS = (
    "max_execution_time",
    "max_memory_usage",
    "output_format_json_quote_decimals",
    "output_format_json_quote_64bit_integers",
)


class Parts:
    """The parts of an answer, for the event loop. Who no longer reads has the query ended."""

    def __init__(self, parts: Generator[bytes]) -> None:
        self._parts = parts
        self._lock = Lock()

    def next(self) -> bytes | None:
        """The next part, once it is computed; None after the last."""
        with self._lock:
            return next(self._parts, None)

    async def following(self, part: bytes | None) -> AsyncIterator[bytes]:
        """This part and all others."""
        try:
            while part is not None:
                yield part
                part = await asyncio.to_thread(self.next)
        finally:
            # Not awaited: whoever hung up has cancelled this, and a thread may be at work on the next part.
            asyncio.get_running_loop().run_in_executor(None, self._close)

    def _close(self) -> None:
        with self._lock:
            self._parts.close()


class Server:
    """Answers requests, each in a thread of its own while ClickHouse works."""

    def __init__(self, settings: EngineSettings) -> None:
        self._secret = settings.secret.get_secret_value().encode()
        self._engine = Embedded(settings)
        # Who waits for their turn has threads of their own: those whose turn it is need one to go on.
        self._beginning = ThreadPoolExecutor(STREAMS, "beginning")
        self._computing = ThreadPoolExecutor(READERS + WRITERS, "computing")
        self._readers, self._writers = asyncio.Semaphore(READERS), asyncio.Semaphore(WRITERS)
        self.app = Starlette(routes=[Route("/ping", _pong), Route("/", self._answer, methods=["POST"])])

    async def _answer(self, request: Request) -> Response:
        given = request.headers.get("x-clickhouse-key", "").encode()
        if not hmac.compare_digest(given, self._secret):
            return _refusal(516, "Authentication failed")
        try:
            asked = _asked(*await _said(request))
            if request.query_params.get("wait_end_of_query") == "1" or not asked.reads:
                return Response(await self._run(request, asked), media_type="text/plain")
            parts = Parts(self._engine.stream(asked))
            first = await asyncio.get_running_loop().run_in_executor(self._beginning, parts.next)
            return StreamingResponse(parts.following(first), media_type="text/plain")
        except RuntimeError as error:
            return _failure(str(error))

    async def _run(self, request: Request, asked: Asked) -> bytes:
        """The whole answer, unless nobody waits for it any more. What is written waits for no query."""
        free, seconds = (self._readers, READING) if asked.reads else (self._writers, WRITING)
        async with _turn(free, seconds=seconds):
            if await request.is_disconnected():
                return b""
            return await asyncio.get_running_loop().run_in_executor(self._computing, self._engine.run, asked)


@asynccontextmanager
async def _turn(free: asyncio.Semaphore, *, seconds: float) -> AsyncIterator[None]:
    """Waits for a turn. Raises RuntimeError."""
    try:
        async with asyncio.timeout(seconds):
            await free.acquire()
    except TimeoutError:
        raise RuntimeError(BUSY) from None
    try:
        yield
    finally:
        free.release()


async def _said(request: Request) -> tuple[Mapping[str, str], str]:
    """What stands in the address and in the form, and the body of what is no form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return request.query_params, (await request.body()).decode()
    async with request.form(max_part_size=LARGEST) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
    return {**request.query_params, **fields}, ""


def _asked(said: Mapping[str, str], body: str) -> Asked:
    """What a request asks. Raises RuntimeError for a name that is none."""
    database = said.get("database", "default")
    if not _NAME.fullmatch(database):
        raise RuntimeError("Code: 81. There is no such database")
    return Asked(
        f"{said['query']}\n{body}" if "query" in said else body,
        database=database,
        format=said.get("default_format", "TabSeparated"),
        reads=said.get("readonly") == "1",
        params={name.removeprefix("param_"): value for name, value in said.items() if name.startswith("param_")},
        settings={name: value for name, value in said.items() if _is_a_setting(name, value)},
    )


def _is_a_setting(name: str, value: str) -> bool:
    return name in SETTINGS and _NUMBER.fullmatch(value) is not None


async def _pong(request: Request) -> Response:
    return PlainTextResponse("Ok.\n")


def _failure(text: str) -> Response:
    code = _CODE.search(text)
    return _refusal(int(code[1]) if code else 1000, text)


def _refusal(code: int, text: str) -> Response:
    status = 403 if code == 516 else 404 if code in (60, 81) else 500
    return PlainTextResponse(text, status_code=status, headers={"X-ClickHouse-Exception-Code": str(code)})


def serve(settings: EngineSettings) -> None:
    """Serves until SIGTERM or SIGINT."""
    config = uvicorn.Config(
        Server(settings).app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=15,
    )
    uvicorn.Server(config).run()
