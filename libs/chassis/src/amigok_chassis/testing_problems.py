"""For tests: an app that fails where it answers with a status or problem that its document does not state."""

import json
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amigok_chassis import problems
from amigok_chassis.errors import MEDIA_TYPE
from amigok_chassis.openapi.responses import successes

OF_ANY = {(500, "internal_error"), (408, "request_timeout"), (400, "client_disconnected")}
"""What every operation may answer beside what it states."""


class Undeclared(AssertionError):
    """A status, a problem, or a member of one, is not in the document of its operation."""


class Witness:
    """Wraps an app. Raises Undeclared once the answer was sent."""

    def __init__(self, app: FastAPI, asgi: ASGIApp) -> None:
        self._asgi = asgi
        self._stated = {
            (method, route.path_format): problems.stated(route)
            for route in problems.documented(app)
            for method in route.methods or ()
        }
        self._successes = {
            (method, route.path_format): successes(route)
            for route in problems.documented(app)
            for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        head: Message = {}
        body = bytearray()

        async def seen(message: Message) -> None:
            head.update(message if message["type"] == "http.response.start" else {})
            body.extend(message.get("body", b""))
            await send(message)

        await self._asgi(scope, receive, seen)
        if head.get("status", 400) < 400:
            self._check_success(scope, head["status"])
        elif body and (b"content-type", MEDIA_TYPE.encode()) in head.get("headers", ()):
            self._check(scope, {name.decode() for name, _ in head["headers"]}, json.loads(body))

    def _check_success(self, scope: Scope, status: int) -> None:
        operation = scope["method"], getattr(scope.get("route"), "path_format", "")
        if status not in self._successes.get(operation, {status}):
            raise Undeclared(f"{' '.join(operation)} answered {status}: add it to the route's `responses`")

    def _check(self, scope: Scope, headers: set[str], problem: dict[str, Any]) -> None:
        path, status, code = getattr(scope.get("route"), "path_format", ""), problem["status"], problem["code"]
        known = self._stated.get((scope["method"], path))
        if known is None or (status, code) in OF_ANY:
            return
        operation = f"{scope['method']} {path}"
        stated = known.get(status, {}).get(code)
        if stated is None:
            raise Undeclared(f"{operation} answered {status} {code}: add it to the route's `responses=problems(...)`")
        if more := problem.keys() - problems.Problem.model_fields.keys() - stated["members"].keys():
            raise Undeclared(f"{operation}: {code} sent {', '.join(sorted(more))}: add it to `sends` of its class")
        sent = {name for name in ("Retry-After", "WWW-Authenticate") if name.lower() in headers}
        if more := sent - set(stated["headers"]):
            raise Undeclared(f"{operation}: {code} came with {', '.join(sorted(more))}, which it does not state")
