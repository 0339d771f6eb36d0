"""The embedded engine for other processes: as much of ClickHouse's HTTP interface as `client` speaks."""

import asyncio
import hmac
import re
from collections.abc import Mapping

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from analytics.engine.embedded import Embedded
from analytics.engine.settings import EngineSettings

log = structlog.get_logger()

_CODE = re.compile(r"Code: ([0-9]+)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_NUMBER = re.compile(r"[0-9.]+")
SETTINGS = (
    "max_execution_time",
    "max_memory_usage",
    "output_format_json_quote_decimals",
    "output_format_json_quote_64bit_integers",
)


class Server:
    """Answers requests, each in a thread of its own while ClickHouse works."""

    def __init__(self, settings: EngineSettings) -> None:
        self._secret = settings.secret.get_secret_value().encode()
        self._engine = Embedded(settings)
        self.app = Starlette(routes=[Route("/ping", _pong), Route("/", self._answer, methods=["POST"])])

    async def _answer(self, request: Request) -> Response:
        given = request.headers.get("x-clickhouse-key", "").encode()
        if not hmac.compare_digest(given, self._secret):
            return _refusal(516, "Authentication failed")
        body = (await request.body()).decode()
        asked = dict(request.query_params)
        sql = f"{asked.pop('query')}\n{body}" if "query" in asked else body
        try:
            return Response(await asyncio.to_thread(self._run, sql, asked), media_type="text/plain")
        except RuntimeError as error:
            return _failure(str(error))

    def _run(self, sql: str, asked: Mapping[str, str]) -> bytes:
        database = asked.get("database", "default")
        if not _NAME.fullmatch(database):
            raise RuntimeError("Code: 81. There is no such database")
        return self._engine.run(
            sql,
            database=database,
            format=asked.get("default_format", "TabSeparated"),
            params={name.removeprefix("param_"): value for name, value in asked.items() if name.startswith("param_")},
            limits={name: value for name, value in asked.items() if _is_a_setting(name, value)},
            reads=asked.get("readonly") == "1",
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
