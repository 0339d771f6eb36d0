"""Logs are events in JSON, with trace ids and without secrets; traces go to an OTLP collector when one is named."""

import logging
import re
import secrets
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.propagate import extract
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags

from amigok_chassis.outbox import correlation_id
from amigok_chassis.settings import Settings

_SECRET = re.compile(r"pass(word)?|token|secret|authorization|cookie|otp|code$|email|phone|iban|card", re.IGNORECASE)


def _redact(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key in event:
        if _SECRET.search(key):
            event[key] = "[redacted]"
    return event


def _trace(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        event["trace_id"] = format(span.trace_id, "032x")
        event["span_id"] = format(span.span_id, "016x")
    if correlated := correlation_id.get():
        event["correlation_id"] = correlated
    return event


class _ToStructlog(logging.Handler):
    """Brings what libraries log into the same stream and shape."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger(record.name)
        exc_info = record.exc_info if record.exc_info and record.exc_info[0] else None
        log.log(record.levelno, record.getMessage(), library=record.name, exc_info=exc_info)


def configure_logging(service: str, settings: Settings) -> None:
    """One JSON object a line on standard output: time, level, event, service, trace ids, key = value."""
    level = getattr(logging, settings.log_level.upper())
    renderer: Any = structlog.processors.JSONRenderer()
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
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_ToStructlog()], level=max(level, logging.WARNING), force=True)


def configure_tracing(service: str, settings: Settings) -> None:
    """Exports spans of HTTP, SQL and AMQP when `AMIGOK_OTLP_ENDPOINT` names a collector; else ids only."""
    if not settings.otlp_endpoint:
        return
    from opentelemetry.instrumentation.sqlalchemy import SQLAlchemyInstrumentor

    provider = TracerProvider(resource=Resource.create({"service.name": f"amigok-{service}"}))
    exporter = OTLPSpanExporter(endpoint=f"{settings.otlp_endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    SQLAlchemyInstrumentor().instrument()


def shutdown_tracing() -> None:
    """Sends what is still buffered."""
    provider = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        provider.shutdown()


def incoming(headers: dict[str, str]) -> Context:
    """The trace context of a request: the caller's, else a new one, so that every log and event can be followed."""
    context = extract(headers)
    if trace.get_current_span(context).get_span_context().is_valid:
        return context
    fresh = SpanContext(secrets.randbits(128) or 1, secrets.randbits(64) or 1, False, TraceFlags(0))
    return trace.set_span_in_context(NonRecordingSpan(fresh), context)
