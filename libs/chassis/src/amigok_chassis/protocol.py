"""uvicorn's HTTP protocol, with problem+json for requests that never reach the app, and limits on their heads."""

import re
from asyncio import TimerHandle, Transport
from collections.abc import Callable
from http import HTTPStatus
from typing import ClassVar

import structlog
from fastapi.responses import Response
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from amigok_chassis import errors, methods
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id

log = structlog.get_logger()

HEAD_BYTES = 65_536
"""How large the first line and the headers of a request may be together. The gateway lets more pass."""

_FIRST_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}) [^ \r\n]+ HTTP/1\.[01]\r?\n")


class MalformedRequest(DomainError):
    """This is not a request of HTTP/1.1."""

    status, code = 400, "malformed_request"


class HeadersTooLarge(DomainError):
    """The headers of the request are too large."""

    status, code = 431, "request_header_fields_too_large"


class HeadersTooSlow(DomainError):
    """The headers of the request came too slowly."""

    status, code = 408, "request_timeout"


class Protocol(HttpToolsProtocol):
    """What cannot be read as a request is answered here, with an id and a line in the log."""

    head_seconds: ClassVar[float] = 20
    """How long a client may take for the head of a request."""

    linger_seconds: ClassVar[float] = 2
    """How long a client that was refused may read. Closing at once, with bytes unread, would take the answer back."""

    _in_head = False
    _is_over = False
    _head_bytes = 0
    _received = b""
    _running: RequestResponseCycle | None = None
    _too_large = False
    _timer: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_timer(self.head_seconds, self._let_go)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._is_over:
            return
        self._received = data
        self._head_bytes += len(data)
        super().data_received(data)
        self._received = b""
        if self._in_head and self._head_bytes > HEAD_BYTES:
            self._refuse(HeadersTooLarge())
        elif self._timer is None and self in self.connections and (self._in_head or not self._is_answering()):
            self._start_timer(self.head_seconds, self._let_go)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._head_bytes = 0

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._stop_timer()
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > HEAD_BYTES:
            self._too_large = True
            raise HeadersTooLarge  # ends the parser, which then calls `send_400_response`
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def send_400_response(self, msg: str) -> None:
        """Is called for whatever the parser cannot read."""
        line = _FIRST_LINE.match(self._received)
        if self._too_large:
            self._refuse(HeadersTooLarge())
        elif line and line[1].decode() not in methods.KNOWN:
            self._send(errors.unknown_method("", ", ".join(sorted(methods.KNOWN))))
        else:
            self._refuse(MalformedRequest(msg))

    def _refuse(self, refusal: DomainError) -> None:
        self._send(errors.rendered(refusal, instance=""))

    def _send(self, response: Response) -> None:
        """Writes the response and hangs up. A request that came whole before this gets its own answer, and no other."""
        self._in_head = False
        running = self._running if self._is_answering() else None
        if running and (running is not self.cycle or not running.more_body):
            running.keep_alive = False
            return self.flow.pause_reading()
        if not (running and running.response_started):
            self._write(response)
        return self._hang_up()

    def _write(self, response: Response) -> None:
        request_id = str(new_id())
        log.info("request.unreadable", status=response.status_code, request_id=request_id)
        lines = [
            f"HTTP/1.1 {response.status_code} {HTTPStatus(response.status_code).phrase}".encode(),
            *(b": ".join(each) for each in response.raw_headers),
            b"x-request-id: " + request_id.encode(),
            b"cache-control: no-store",
            b"connection: close",
        ]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(response.body)]))

    def _hang_up(self) -> None:
        self._is_over = True
        if self._running is not None:
            self._running.disconnected = True
            self._running.message_event.set()
        self.transport.write_eof()
        self._start_timer(self.linger_seconds, self.transport.close)

    def _is_answering(self) -> bool:
        return self._running is not None and not self._running.response_complete

    def _start_timer(self, seconds: float, then: Callable[[], None]) -> None:
        self._stop_timer()
        self._timer = self.loop.call_later(seconds, then)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _let_go(self) -> None:
        """Lets go of a client that did not send a whole head in time."""
        self._timer = None
        if self._in_head:
            self._refuse(HeadersTooSlow())
        elif not self._is_answering():
            self.transport.close()
