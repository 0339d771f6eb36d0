"""What a process exports: one root a request, with what follows from it, and nothing of what merely polls."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from toy.kit import Broker, broker_of_its_own
from toy.main import service as toy

from amigok_chassis.patience import until
from amigok_chassis.testing import SECRET_KEY
from amigok_chassis.testing_collector import Collector, Exported, collecting
from amigok_chassis.testing_databases import database

CALLER = "0af7651916cd43dd8448eb211c80319c"
CALLERS_SPAN = "b7ad6b7169203331"


@dataclass
class Process:
    """A process of the toy service, the collector that it exports to, and where it logs."""

    http: httpx.AsyncClient
    collector: Collector
    broker: Broker
    out: Path

    def logged(self, event: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self.out.read_text().splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == event]

    async def trace_of(self, path: str, *, method: str = "GET", **kwargs: Any) -> str:
        """Sends a request and returns the trace id of its log line."""
        request_id = f"request-{os.urandom(8).hex()}"
        headers = {"X-Request-ID": request_id} | kwargs.pop("headers", {})
        await self.http.request(method, path, headers=headers, **kwargs)
        return str((await self.line("request", correlation_id=request_id))["trace_id"])

    async def line(self, event: str, **fields: str) -> dict[str, Any]:
        """The log line of this event that has these fields."""

        async def there() -> list[dict[str, Any]]:
            return [line for line in self.logged(event) if fields.items() <= line.items()]

        [line] = await until(there)
        return dict(line)

    async def spans(self, trace_id: str, *, named: str) -> list[Exported]:
        """The spans of a trace, once one of this name is among them."""

        async def there() -> bool:
            return any(span.name == named for span in self.collector.of(trace_id))

        await until(there)
        return self.collector.of(trace_id)


@asynccontextmanager
async def running(folder: Path, **settings: str) -> AsyncIterator[Process]:
    async with broker_of_its_own() as broker, database(toy) as url:
        with collecting() as collector:
            port = _free_port()
            environment = os.environ | {
                "PYTHONPATH": str(Path(__file__).parent),
                "AMIGOK_DATABASE_URL": url,
                "AMIGOK_BROKER_URL": await broker.admit(toy),
                "AMIGOK_SECRET_KEY": SECRET_KEY,
                "AMIGOK_PORT": str(port),
                "AMIGOK_OTLP_ENDPOINT": collector.url,
                "OTEL_BSP_SCHEDULE_DELAY": "100",
                **settings,
            }
            command = [sys.executable, "-m", "amigok_chassis", "run", "toy"]
            with (folder / "out").open("wb") as out:
                process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=out)
            try:
                async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
                    await until(lambda: _is_ready(http))
                    yield Process(http, collector, broker, folder / "out")
            finally:
                process.send_signal(signal.SIGTERM)
                assert await process.wait() == 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _is_ready(http: httpx.AsyncClient) -> bool:
    try:
        return (await http.get("/health/ready")).json()["worker"] == {}
    except httpx.TransportError:
        return False


@pytest.fixture(scope="module")
async def process(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Process]:
    """A process that exports all traces."""
    async with running(tmp_path_factory.mktemp("traced"), AMIGOK_TRACE_SHARE="1") as process:
        yield process


def below(spans: list[Exported], root: Exported) -> set[str]:
    """The names of the spans that have the root above them, directly or not."""
    found = {root.span_id}
    for _ in spans:
        found |= {span.span_id for span in spans if span.parent_id in found}
    return {span.name for span in spans if span.span_id in found and span != root}


async def test_a_request_has_one_root_and_its_log_line_has_the_exported_id(process: Process) -> None:
    trace_id = await process.trace_of("/api/v1/toy/notes")
    spans = await process.spans(trace_id, named="GET /api/v1/toy/notes")
    [root] = [span for span in spans if not span.parent_id]
    assert root.name == "GET /api/v1/toy/notes"
    assert "http.response.status_code=200" in root.attributes
    assert below(spans, root) == {"SELECT"}


async def test_the_caller_names_the_trace_and_has_no_say_in_what_is_exported(process: Process) -> None:
    headers = {"traceparent": f"00-{CALLER}-{CALLERS_SPAN}-00"}
    assert await process.trace_of("/api/v1/toy/clock", headers=headers) == CALLER
    [span] = await process.spans(CALLER, named="GET /api/v1/toy/clock")
    assert span.parent_id == CALLERS_SPAN


@pytest.mark.parametrize(
    "sent", ["nonsense", f"00-{0:032}-b7ad6b7169203331-01", "ff-x", pytest.param("é" * 300, id="long")]
)
async def test_a_caller_who_names_no_trace_gets_a_new_one(process: Process, sent: str) -> None:
    trace_id = await process.trace_of("/api/v1/toy/clock", headers={"traceparent": sent.encode()})
    [span] = await process.spans(trace_id, named="GET /api/v1/toy/clock")
    assert not span.parent_id


async def test_what_handles_an_event_is_below_the_request_that_it_follows_from(process: Process) -> None:
    trace_id = await process.trace_of("/api/v1/toy/notes", method="POST", json={})
    spans = await process.spans(trace_id, named="handle toy.note.written")
    [root] = [span for span in spans if not span.parent_id]
    assert root.name == "POST /api/v1/toy/notes"
    assert {"INSERT", "handle toy.note.written"} <= below(spans, root)


async def test_a_failure_is_exported_without_its_text_which_may_quote_rows(process: Process) -> None:
    person = "anna@example.org"
    trace_id = await process.trace_of("/api/v1/toy/twice", method="POST", json={"text": person})
    spans = await process.spans(trace_id, named="POST /api/v1/toy/twice")
    assert {span.name for span in spans if span.failed} == {"POST /api/v1/toy/twice", "INSERT"}
    assert any("error.type=UniqueViolationError" in span.attributes for span in spans)
    assert not any(person in span.attributes for span in process.collector.spans)


async def test_polling_health_checks_and_scrapes_export_nothing_but_jobs(process: Process) -> None:
    await asyncio.sleep(1)
    before = len(process.collector.spans)

    async def jobs_ended() -> bool:
        for path in ("/health/live", "/health/ready", "/metrics"):
            await process.http.get(path)
        new = process.collector.spans[before:]
        roots = {root.trace_id: root.name for root in process.collector.roots()}
        return bool(new) and {roots.get(span.trace_id) for span in new} == {"job clean_up"}

    await until(jobs_ended)


async def test_a_trace_that_is_not_exported_can_be_followed_in_the_logs_all_the_same(tmp_path: Path) -> None:
    async with running(tmp_path, AMIGOK_TRACE_SHARE="0") as process:
        sampled = {"traceparent": f"00-{CALLER}-{CALLERS_SPAN}-01"}
        assert await process.trace_of("/api/v1/toy/clock", headers=sampled) == CALLER
        assert len(await process.trace_of("/api/v1/toy/notes", method="POST", json={})) == 32
        await asyncio.sleep(1)
        assert process.collector.spans == []


async def test_the_log_line_of_a_dead_letter_has_the_trace_and_the_request_that_it_follows_from(
    process: Process,
) -> None:
    headers = {"traceparent": f"00-{CALLER}-{CALLERS_SPAN}-01", "cloudEvents_correlationid": "request-of-anna"}
    await process.broker.publish("toy.note.written.v1", b"no event", headers)
    assert (await process.line("event.dead", correlation_id="request-of-anna"))["trace_id"] == CALLER


async def test_counters_begin_at_0_because_prometheus_sees_no_increase_to_the_first_value(process: Process) -> None:
    shown = (await process.http.get("/metrics")).text.splitlines()
    for line in (
        'amigok_events_consumed_total{outcome="postponed",queue="toy.notes"} 0.0',
        'amigok_job_failures_total{name="clean_up"} 0.0',
        'amigok_job_failures_total{name="observe"} 0.0',
    ):
        assert line in shown
