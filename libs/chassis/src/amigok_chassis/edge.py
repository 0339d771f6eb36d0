"""What every request passes, as one pure ASGI middleware: ids, traces, metrics, the access log."""

import re
import time
from collections.abc import Iterator

import structlog
from fastapi import FastAPI, Request
from fastapi.routing import iter_route_contexts
from opentelemetry import context, trace
from starlette.types import Message, Receive, Scope, Send

from amigok_chassis import errors, metrics, telemetry
from amigok_chassis.audit.actor import Actor, actor
from amigok_chassis.auth import bearer
from amigok_chassis.errors import ContentTooLarge, DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import correlation_id

log = structlog.get_logger()

_REQUEST_ID = re.compile(rb"[A-Za-z0-9_.:-]{8,100}")


class Edge:
    """Wraps the app of a service."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._max_body_size = app.max_body_size
        self._own_limits = list(_own_limits(app))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = dict(scope["headers"])
        sent = headers.get(b"x-request-id", b"")
        request_id = sent.decode() if _REQUEST_ID.fullmatch(sent) else str(new_id())
        carrier = {"traceparent": headers.get(b"traceparent", b"").decode("latin-1")}
        attached = context.attach(telemetry.incoming(carrier))
        correlated, acting = correlation_id.set(request_id), actor.set(Actor(_address(scope)))
        try:
            with telemetry.span(scope["method"], trace.SpanKind.SERVER) as span:
                await self._serve(scope, receive, send, request_id, span)
        finally:
            actor.reset(acting)
            correlation_id.reset(correlated)
            context.detach(attached)
        return None

    async def _serve(self, scope: Scope, receive: Receive, send: Send, request_id: str, span: trace.Span) -> None:
        started = time.perf_counter()
        status = 0
        answered = False

        async def tagged(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
                if not any(name == b"cache-control" for name, _ in message["headers"]):
                    message["headers"].append((b"cache-control", b"no-store"))
            await send(message)
            answered = message["type"] == "http.response.body" and not message.get("more_body")

        try:
            refusal = await self._refusal(scope)
            app = self._app if refusal is None else await errors.refused(Request(scope), refusal)
            await app(scope, receive, tagged)
        except Exception:
            log.exception("request.failed", method=scope["method"], path=scope["path"])
            if not answered:
                raise
        finally:
            route = getattr(scope.get("route"), "path", "unmatched")
            elapsed = time.perf_counter() - started
            metrics.REQUESTS.labels(scope["method"], route, status).observe(elapsed)
            span.update_name(f"{scope['method']} {route}")
            span.set_attribute("http.response.status_code", status)
            if not route.startswith("/health"):
                log.info(
                    "request", method=scope["method"], route=route, status=status,
                    ms=round(elapsed * 1000, 1),
                )  # fmt: skip

    async def _refusal(self, scope: Scope) -> DomainError | None:
        """Why the body is not even read: it is announced as too large, or a stranger is to send no more than usual.

        FastAPI reads a body before it asks who sends it; the app itself stops one that grows beyond the limit.
        """
        usual = self._max_body_size
        if usual is None:
            return None
        headers = dict(scope["headers"])
        limit = max(self._own_limits_of(scope), default=usual)
        sent = headers.get(b"content-length", b"")
        if sent.isdigit() and int(sent[:18]) > limit:
            return ContentTooLarge()
        if limit > usual:
            try:
                await bearer(self._app.state.runtime.tokens, headers.get(b"authorization", b"").decode("latin-1"))
            except DomainError as error:
                return error
        return None

    def _own_limits_of(self, scope: Scope) -> Iterator[int]:
        method, path = scope["method"], scope["path"]
        return (limit for name, like, limit in self._own_limits if name == method and like.match(path))


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0])[:45] if client else "unknown"


def _own_limits(app: FastAPI) -> Iterator[tuple[str, re.Pattern[str], int]]:
    """The routes with a limit of their own for bodies: method, path and how many bytes."""
    for route in iter_route_contexts(app.routes):
        limit = getattr(route, "max_body_size", None)
        if limit is not None and limit != app.max_body_size:
            for method in route.methods or ():
                yield method, route.path_regex, limit
