"""Hands what `requests` sends in another thread straight to an app of this event loop, without sockets."""

import asyncio
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urlsplit

import requests
from starlette.types import ASGIApp, Message
from urllib3 import HTTPHeaderDict, HTTPResponse

LONGEST = 60
"""Seconds for an answer."""
PLACE = ("127.0.0.1", 80)


@contextmanager
def straight_to(app: ASGIApp) -> Iterator[str]:
    """The URL of the app for every session of `requests`."""
    loop = asyncio.get_running_loop()

    def request(session: requests.Session, method: str, url: str, **options: Any) -> requests.Response:
        given = {name: options.get(name) for name in ("headers", "files", "data", "json", "params", "auth", "cookies")}
        asked = requests.Request(method, url, **given).prepare()
        answer = asyncio.run_coroutine_threadsafe(_answer(app, asked), loop).result(LONGEST)
        return _response(asked, *answer)

    with patch("requests.Session.request", request):
        yield "http://127.0.0.1"


async def _answer(app: ASGIApp, asked: requests.PreparedRequest) -> tuple[Message, bytes]:
    """The start and the body of what the app answers."""
    body = asked.body or b""
    waiting = [{"type": "http.request", "body": body.encode() if isinstance(body, str) else body}]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(_scope(asked), receive, send)
    return sent[0], b"".join(message.get("body", b"") for message in sent[1:])


def _scope(asked: requests.PreparedRequest) -> dict[str, Any]:
    url = urlsplit(str(asked.url))
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": asked.method,
        "scheme": "http",
        "path": unquote(url.path),
        "raw_path": url.path.encode(),
        "root_path": "",
        "query_string": url.query.encode(),
        "headers": [(b"host", b"127.0.0.1"), *((_bytes(k).lower(), _bytes(v)) for k, v in asked.headers.items())],
        "client": PLACE,
        "server": PLACE,
    }


def _bytes(text: str | bytes) -> bytes:
    return text.encode("latin-1") if isinstance(text, str) else text


def _response(asked: requests.PreparedRequest, start: Message, body: bytes) -> requests.Response:
    headers = HTTPHeaderDict()
    for name, value in start["headers"]:
        headers.add(name.decode("latin-1"), value.decode("latin-1"))
    raw = HTTPResponse(io.BytesIO(body), headers, start["status"], version=11, preload_content=False)
    response = requests.Response()
    response.status_code, response.raw, response.reason = start["status"], raw, ""
    response.url, response.request = str(asked.url), asked
    response.headers.update(headers)
    response.encoding = requests.utils.get_encoding_from_headers(response.headers)
    return response
