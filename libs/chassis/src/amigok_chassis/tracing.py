"""Traces: every request, event, job and step has the ids of one; a share of them goes to an OTLP collector.

Where a trace begins here, at the edge or with a job or step, it is decided whether it is exported. What follows from
it, in any service, keeps the decision, which is the flag in `traceparent`. Nothing is exported outside of a trace.
"""

import random
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, SpanKind, StatusCode, TraceFlags
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from amigok_chassis.settings import Settings

_tracer = trace.get_tracer(__name__)
_w3c = TraceContextTextMapPropagator()

_share = 0.0
"""How many of the traces that begin here are exported, from 0 to 1; 0 without a collector."""


def configure(service: str, settings: Settings) -> None:
    """Exports the configured share of traces when `AMIGOK_OTLP_ENDPOINT` names a collector; else there are only ids."""
    global _share
    if not settings.otlp_endpoint:
        return
    provider = TracerProvider(ALWAYS_ON, Resource.create({"service.name": f"amigok-{service}"}))
    exporter = OTLPSpanExporter(endpoint=f"{settings.otlp_endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    _share = settings.trace_share


def shutdown() -> None:
    """Sends what is still buffered."""
    provider = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        provider.shutdown()


def request(traceparent: str, method: str, *, exported: bool = True) -> AbstractContextManager[Span]:
    """The span of a request. It continues the caller's trace, but a caller has no say in what is exported."""
    caller = _parsed(traceparent)
    if exported and _begins():
        return _recorded(method, SpanKind.SERVER, caller)
    return _followed(SpanContext(caller.trace_id, caller.span_id, False) if caller else _fresh())


def handling(traceparent: str, name: str) -> AbstractContextManager[Span]:
    """The span of an event's handlers: exported if what the event follows from is."""
    cause = _parsed(traceparent)
    exported = bool(_share) and cause.trace_flags.sampled if cause else _begins()
    if exported:
        return _recorded(name, SpanKind.CONSUMER, cause)
    return _followed(cause or _fresh())


def following(traceparent: str) -> AbstractContextManager[Span]:
    """Lets log lines carry the ids of the trace, without a span of its own."""
    return _followed(_parsed(traceparent) or _fresh())


def work(name: str) -> AbstractContextManager[Span]:
    """The span of what begins by itself: a job, or a poller's step."""
    return _recorded(name, SpanKind.INTERNAL, None) if _begins() else _followed(_fresh())


def statement(name: str = "statement") -> AbstractContextManager[object]:
    """The span of a statement, if it is part of a trace that is exported."""
    if not trace.get_current_span().is_recording():
        return nullcontext()
    return _current(_tracer.start_span(name, kind=SpanKind.CLIENT))


def trace_statements(engine: AsyncEngine) -> None:
    """Gives the statements of SQLAlchemy a span each, where they are part of a trace that is exported."""
    event.listen(engine.sync_engine, "before_cursor_execute", _before)
    event.listen(engine.sync_engine, "after_cursor_execute", _after)
    event.listen(engine.sync_engine, "handle_error", _failed)


def traceparent() -> str:
    """The current trace as a W3C `traceparent` header; empty if there is none."""
    span = trace.get_current_span().get_span_context()
    return f"00-{span.trace_id:032x}-{span.span_id:016x}-{span.trace_flags:02x}" if span.is_valid else ""


def mark_failed(error: BaseException) -> None:
    """Says in the current span that it failed, by the kind of the error: its message may hold people's data."""
    _fail(trace.get_current_span(), error)


def _begins() -> bool:
    return _share > 0 and random.random() < _share  # noqa: S311  nobody gains by guessing it


def _parsed(traceparent: str) -> SpanContext | None:
    if not traceparent:
        return None
    extracted = _w3c.extract({"traceparent": traceparent}, Context())
    found = trace.get_current_span(extracted).get_span_context()
    return found if found.is_valid else None


def _fresh() -> SpanContext:
    """A trace that nobody exports, so that its log lines and events can be followed all the same."""
    return SpanContext(secrets.randbits(128) or 1, secrets.randbits(64) or 1, False, TraceFlags(0))


@contextmanager
def _followed(ids: SpanContext) -> Iterator[Span]:
    span = NonRecordingSpan(ids)
    token = context.attach(trace.set_span_in_context(span, Context()))
    try:
        yield span
    finally:
        context.detach(token)


def _recorded(name: str, kind: SpanKind, parent: SpanContext | None) -> AbstractContextManager[Span]:
    above = trace.set_span_in_context(NonRecordingSpan(parent), Context()) if parent else Context()
    return _current(_tracer.start_span(name, above, kind))


@contextmanager
def _current(span: Span) -> Iterator[Span]:
    token = context.attach(trace.set_span_in_context(span))
    try:
        yield span
    except Exception as error:
        _fail(span, error)
        raise
    finally:
        context.detach(token)
        span.end()


def _fail(span: Span, error: BaseException) -> None:
    if span.is_recording():
        span.set_status(StatusCode.ERROR)
        span.set_attribute("error.type", type(error).__name__)


def _before(_: Any, __: Any, sql: str, ___: Any, execution: Any, ____: Any) -> None:
    if execution is not None and trace.get_current_span().is_recording():
        attributes = {"db.system.name": "postgresql", "db.query.text": sql}
        name = sql.split(None, 1)[0]
        execution.span = _tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)


def _after(_: Any, __: Any, ___: str, ____: Any, execution: Any, _____: Any) -> None:
    if (span := getattr(execution, "span", None)) is not None:
        span.end()


def _failed(failure: Any) -> None:
    if (span := getattr(failure.execution_context, "span", None)) is not None:
        _fail(span, failure.original_exception)
        span.end()
