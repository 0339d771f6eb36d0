"""A collector for tests: takes OTLP over HTTP as real ones do, and keeps the spans."""

import gzip
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span


@dataclass(frozen=True)
class Exported:
    """A span as it was exported. Ids are in hex; `parent_id` is empty for a root."""

    service: str
    name: str
    trace_id: str
    span_id: str
    parent_id: str
    attributes: str
    failed: bool


class Collector(ThreadingHTTPServer):
    """What was exported so far."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Receive)
        self._read: list[Exported] = []
        self.unread: deque[bytes] = deque()

    @property
    def url(self) -> str:
        """What `AMIGOK_OTLP_ENDPOINT` names."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def spans(self) -> list[Exported]:
        """All spans. What came is read only when somebody asks: a fleet exports many that nobody looks at."""
        while self.unread:
            self._read += _spans(ExportTraceServiceRequest.FromString(self.unread.popleft()))
        return self._read

    def of(self, trace_id: str) -> list[Exported]:
        """The spans of a trace."""
        return [span for span in self.spans if span.trace_id == trace_id]

    def roots(self) -> list[Exported]:
        """The spans that have no parent."""
        return [span for span in self.spans if not span.parent_id]


class _Receive(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.server.unread.append(body)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


def _spans(request: ExportTraceServiceRequest) -> Iterator[Exported]:
    for resource in request.resource_spans:
        names = [each.value.string_value for each in resource.resource.attributes if each.key == "service.name"]
        for scope in resource.scope_spans:
            for span in scope.spans:
                yield _exported(names[0], span)


def _exported(service: str, span: Span) -> Exported:
    return Exported(
        service,
        span.name,
        span.trace_id.hex(),
        span.span_id.hex(),
        span.parent_span_id.hex(),
        "\n".join(map(_text, [*span.attributes, *(each for event in span.events for each in event.attributes)])),
        span.status.code == span.status.STATUS_CODE_ERROR,
    )


def _text(attribute: KeyValue) -> str:
    return f"{attribute.key}={attribute.value.string_value or attribute.value.int_value}"


@contextmanager
def collecting() -> Iterator[Collector]:
    """Runs a collector until the block ends."""
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
