"""Logs are events in JSON, with trace ids and without secrets; traces go to an OTLP collector when one is named."""

import logging
import re
import secrets
import sys
from collections.abc import MutableMapping
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import Any

import structlog
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.sqlalchemy import SQLAlchemyInstrumentor
from opentelemetry.propagate import extract
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, SpanKind, TraceFlags
from sqlalchemy.ext.asyncio import AsyncEngine

from amigok_chassis.outbox import correlation_id
from amigok_chassis.settings import Settings

_tracer = trace.get_tracer(__name__)

_SECRET = re.compile(r"pass(word)?|token|secret|authorization|cookie|otp|code$|email|phone|iban|card", re.IGNORECASE)
_DETAIL = re.compile(r"DETAIL:[^\n]*")


@lru_cache(maxsize=1_000)
def _is_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def _redact(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        event[key] = "[redacted]" if _is_secret(key) else _redacted(value)
    return event


def _without_details(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Removes the values that PostgreSQL quotes of a row that it refused."""
    for key in ("exception", "error"):
        if isinstance(event.get(key), str):
            event[key] = _DETAIL.sub("DETAIL: [redacted]", event[key])
    return event


def _redacted(value: Any) -> Any:
    """The value without the secrets in it."""
    if isinstance(value, dict):
        return {
            key: "[redacted]" if isinstance(key, str) and _is_secret(key) else _redacted(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_redacted(inner) for inner in value]
    return value


def _trace(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        event["trace_id"] = format(span.trace_id, "032x")
        event["span_id"] = format(span.span_id, "016x")
    if correlated := correlation_id.get():
        event["correlation_id"] = correlated
    return event


class _ToStructlog(logging.Handler):
    """Passes the logs of libraries to structlog."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger(record.name)
        exc_info = record.exc_info if record.exc_info and record.exc_info[0] else None
        log.log(record.levelno, record.getMessage(), library=record.name, exc_info=exc_info)


def configure_logging(service: str, settings: Settings) -> None:
    """One JSON object a line on standard output: time, level, event, service, trace ids, key = value."""
    level = getattr(logging, settings.log_level.upper())
    renderer: Any = structlog.processors.JSONRenderer(default=str)
    if settings.log_format == "console":
        renderer = structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            lambda _, __, event: {"service": service, **event},
            _trace,
            _redact,
            structlog.processors.format_exc_info,
            _without_details,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=settings.environment != "test",
    )
    logging.basicConfig(handlers=[_ToStructlog()], level=max(level, logging.WARNING), force=True)


def configure_tracing(service: str, settings: Settings) -> None:
    """Exports spans of HTTP, SQL and AMQP when `AMIGOK_OTLP_ENDPOINT` names a collector; else ids only."""
    if not settings.otlp_endpoint:
        return
    provider = TracerProvider(resource=Resource.create({"service.name": f"amigok-{service}"}))
    exporter = OTLPSpanExporter(endpoint=f"{settings.otlp_endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def trace_statements(engine: AsyncEngine, settings: Settings) -> None:
    """Gives every statement of the engine a span, where spans are exported.

    The instrumentation says that it knows SQLAlchemy up to 2.0; the events it listens to are the same in 2.1.
    """
    if settings.otlp_endpoint:
        SQLAlchemyInstrumentor().instrument(engine=engine.sync_engine, skip_dep_check=True)


def shutdown_tracing() -> None:
    """Sends what is still buffered."""
    provider = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        provider.shutdown()


def incoming(headers: dict[str, str]) -> Context:
    """The trace context of a request: the caller's, else a new one, so that every log and event can be followed."""
    context = extract(headers) if headers.get("traceparent") else Context()
    if trace.get_current_span(context).get_span_context().is_valid:
        return context
    fresh = SpanContext(secrets.randbits(128) or 1, secrets.randbits(64) or 1, False, TraceFlags(0))
    return trace.set_span_in_context(NonRecordingSpan(fresh), context)


def span(name: str, kind: SpanKind) -> AbstractContextManager[Span]:
    """A span around what follows; without a collector the caller's own, which costs next to nothing."""
    if isinstance(trace.get_tracer_provider(), TracerProvider):
        return _tracer.start_as_current_span(name, kind=kind)
    return nullcontext(trace.get_current_span())
