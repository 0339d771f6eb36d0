"""Logs are events in JSON, with trace ids and without secrets."""

import logging
import re
import sys
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

import structlog
from opentelemetry import trace

from amigok_chassis.outbox import correlation_id
from amigok_chassis.settings import Settings

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
