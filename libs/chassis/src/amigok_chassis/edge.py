"""The ASGI middleware around every app: request ids, traces, metrics, the access log."""

import asyncio
import re
import time

import structlog
from fastapi import FastAPI, Request
from opentelemetry.trace import Span, StatusCode
from starlette.types import Message, Receive, Scope, Send

from amigok_chassis import errors, methods, metrics, tracing
from amigok_chassis.actor import Actor, actor
from amigok_chassis.addresses import Networks, client
from amigok_chassis.bodies import Bodies
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.locations import Locating
from amigok_chassis.outbox import correlation_id

log = structlog.get_logger()

PROBES = frozenset({"/health/live", "/health/ready", "/metrics"})
"""What machines ask for every few seconds: neither logged nor traced."""

_REQUEST_ID = re.compile(rb"[A-Za-z0-9_.:-]{8,100}")


class Edge:
    """Wraps the app of a service."""

    def __init__(self, app: FastAPI) -> None:
        self.state = app.state
        self._app = methods.Heads(app)
        self._routes = app.routes
        self._bodies = Bodies(app)
        self._proxies = app.state.settings.proxies
        self._locations = app.state.locations

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = dict(scope["headers"])
        sent = headers.get(b"x-request-id", b"")
        request_id = sent.decode() if _REQUEST_ID.fullmatch(sent) else str(new_id())
        caller = headers.get(b"traceparent", b"").decode("latin-1")
        scope["client"] = sender = _client(scope, self._proxies)
        correlated, acting = correlation_id.set(request_id), actor.set(Actor(sender[0] if sender else "unknown"))
        try:
            with tracing.request(caller, scope["method"], exported=scope["path"] not in PROBES) as span:
                await self._serve(scope, receive, send, request_id, span)
        finally:
            actor.reset(acting)
            correlation_id.reset(correlated)
        return None

    async def _serve(self, scope: Scope, receive: Receive, send: Send, request_id: str, span: Span) -> None:
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
            elif scope["method"] == "HEAD":
                message["body"] = b""
            await send(message)
            answered = message["type"] == "http.response.body" and not message.get("more_body")

        try:
            await self._answer(scope, receive, Locating(scope, tagged, self._locations))
        except asyncio.CancelledError:  # the process ends, and waits no longer
            if not status:
                await errors.render(Request(scope), errors.Unavailable())(scope, receive, tagged)
            raise
        except Exception as error:
            # The template and not the path: a part of a path may be a secret, such as a link.
            log.exception("request.failed", method=scope["method"], route=_route(scope))
            if not status:
                await (await errors.defect(Request(scope), error))(scope, receive, tagged)
            elif not answered:
                raise
        finally:
            route = _route(scope)
            elapsed = time.perf_counter() - started
            metrics.REQUESTS.labels(scope["method"], route, status).observe(elapsed)
            if span.is_recording():
                _describe(span, scope["method"], route, status)
            if scope["path"] not in PROBES:
                log.info(
                    "request",
                    method=scope["method"],
                    route=route,
                    status=status,
                    ms=round(elapsed * 1000, 1),
                )

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in methods.KNOWN:
            allowed = methods.allow(self._routes, scope["path"])
            return await errors.unknown_method(Request(scope).url.path, allowed)(scope, receive, send)
        try:
            admitted = await self._bodies.admit(scope, receive)
        except DomainError as refusal:
            response = await errors.refused(Request(scope), refusal)
            return await response(scope, receive, send)
        return await self._app(scope, admitted, send)


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "unmatched")


def _describe(span: Span, method: str, route: str, status: int) -> None:
    span.update_name(f"{method} {route}")
    span.set_attributes({"http.request.method": method, "http.route": route, "http.response.status_code": status})
    if status >= 500 or not status:
        span.set_status(StatusCode.ERROR)


def _client(scope: Scope, proxies: Networks) -> tuple[str, int] | None:
    """Who sent the request, past our own proxies; the port is that of the connection."""
    peer = scope.get("client")
    if not peer:
        return None
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    return client(str(peer[0]), forwarded.decode("latin-1"), proxies)[:45], peer[1]
