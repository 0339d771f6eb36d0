"""What every request passes, as one pure ASGI middleware: ids, traces, metrics, the access log."""

import re
import time
from collections.abc import Iterator

import structlog
from fastapi import FastAPI, Request
from fastapi.routing import iter_route_contexts
from opentelemetry import context, trace
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amigok_chassis import metrics, telemetry
from amigok_chassis.errors import ContentTooLarge, render
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
        correlated = correlation_id.set(request_id)
        try:
            with telemetry.span(scope["method"], trace.SpanKind.SERVER) as span:
                app = _refuse_body if self._is_too_large(scope, headers) else self._app
                await self._serve(app, scope, receive, send, request_id, span)
        finally:
            correlation_id.reset(correlated)
            context.detach(attached)
        return None

    async def _serve(
        self, app: ASGIApp, scope: Scope, receive: Receive, send: Send, request_id: str, span: trace.Span
    ) -> None:
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

    def _is_too_large(self, scope: Scope, headers: dict[bytes, bytes]) -> bool:
        """Whether the announced body is beyond the limit; the app itself stops one that was not announced."""
        sent = headers.get(b"content-length", b"")
        announced = int(sent[:18]) if sent.isdigit() else 0
        if self._max_body_size is None or not announced:
            return False
        method, path = scope["method"], scope["path"]
        own = [limit for name, like, limit in self._own_limits if name == method and like.match(path)]
        return announced > max(own, default=self._max_body_size)


async def _refuse_body(scope: Scope, receive: Receive, send: Send) -> None:
    await render(Request(scope), ContentTooLarge())(scope, receive, send)


def _own_limits(app: FastAPI) -> Iterator[tuple[str, re.Pattern[str], int]]:
    """The routes with a limit of their own for bodies: method, path and how many bytes."""
    for route in iter_route_contexts(app.routes):
        limit = getattr(route, "max_body_size", None)
        if limit is not None and limit != app.max_body_size:
            for method in route.methods or ():
                yield method, route.path_regex, limit
