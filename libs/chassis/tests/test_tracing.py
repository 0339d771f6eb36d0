"""Spans reach the collector that the environment names."""

import asyncio
import gzip
import os
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

SCRIPT = """
import asyncio, os
from opentelemetry import trace
from sqlalchemy import text
from amigok_chassis import telemetry
from amigok_chassis.db import Database
from amigok_chassis.settings import Settings

async def main():
    settings = Settings()
    telemetry.configure_tracing("toy", settings)
    db = Database(settings.database_url, pool_size=2, name="toy")
    telemetry.trace_statements(db.engine, settings)
    with trace.get_tracer("test").start_as_current_span("the request"):
        async with db.unit_of_work() as session:
            await session.execute(text("SELECT 1"))
        await db.fetch("SELECT 2")
    await db.close()
    telemetry.shutdown_tracing()

asyncio.run(main())
"""


class Collector(HTTPServer):
    """Takes OTLP over HTTP and keeps the names of the spans."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receive)
        self.spans: dict[str, bytes] = {}


class Receive(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope in resource.scope_spans:
                self.server.spans |= {span.name: span.trace_id for span in scope.spans}
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


async def test_requests_and_statements_are_one_trace_at_the_collector(collector: Collector) -> None:
    environment = {
        **os.environ,
        "AMIGOK_OTLP_ENDPOINT": f"http://127.0.0.1:{collector.server_port}",
        "AMIGOK_DATABASE_URL": os.environ["AMIGOK_TEST_POSTGRES_URL"],
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", SCRIPT, env=environment)
    assert await process.wait() == 0
    assert {"the request", "SELECT", "statement"} <= set(collector.spans)
    assert len({collector.spans[name] for name in ("the request", "SELECT", "statement")}) == 1
