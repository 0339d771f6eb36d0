"""What every request passes, as one pure ASGI middleware: ids, traces, metrics, the access log."""

import re
import time

import structlog
from opentelemetry import context, trace
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amigok_chassis import metrics, telemetry
from amigok_chassis.errors import problem
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import correlation_id

log = structlog.get_logger()
tracer = trace.get_tracer(__name__)

_REQUEST_ID = re.compile(rb"[A-Za-z0-9_.:-]{8,100}")


class Edge:
    """Wraps the app of a service."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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
            with tracer.start_as_current_span(scope["method"], kind=trace.SpanKind.SERVER) as span:
                await self._serve(scope, receive, send, request_id, span)
        finally:
            correlation_id.reset(correlated)
            context.detach(attached)
        return None

    async def _serve(self, scope: Scope, receive: Receive, send: Send, request_id: str, span: trace.Span) -> None:
        started = time.perf_counter()
        status = 0

        async def tagged(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self._app(scope, receive, tagged)
        except Exception:
            log.exception("request.failed", method=scope["method"], path=scope["path"])
            if status:
                raise
            title = "Something went wrong on our side."
            response = problem(
                status=500, code="internal_error", title=title, detail=title,
                instance=scope["path"], request_id=request_id,
            )  # fmt: skip
            await response(scope, receive, tagged)
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
