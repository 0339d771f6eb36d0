"""The methods of requests: HEAD wherever there is GET, and what a refusal says of the methods that there are."""

from collections.abc import Iterable
from http import HTTPMethod
from typing import Annotated

from fastapi import Depends, Request
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

KNOWN = frozenset({*(method.value for method in HTTPMethod), "QUERY"})
"""The methods of HTTP itself, which Python does not know all of. No service has others."""

_HEAD = "amigok.head"
"""Where a scope says that only the head of the answer is wanted."""


def _is_head(request: Request) -> bool:
    return _HEAD in request.scope


IsHead = Annotated[bool, Depends(_is_head)]
"""Whether only the head of the answer is sent: for endpoints whose bodies are expensive to make."""


class Heads:
    """Wraps an app: HEAD is answered as GET is. Whoever sends the answer leaves out its body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return await self._app(scope, receive, send)
        asked = {**scope, "method": "GET", _HEAD: True}
        try:
            await self._app(asked, receive, send)
        finally:
            scope.update(asked, method="HEAD")  # what the app says of the route
        return None


def allow(routes: Iterable[BaseRoute], path: str) -> str:
    """The value of `Allow` for a path: what its routes take; where there is none, every known method."""
    fitting = (route for route in iter_route_contexts(list(routes)) if _fits(route, path))
    found = {method for route in fitting for method in getattr(route, "methods", None) or ()}
    return ", ".join(sorted(found | ({"HEAD"} if "GET" in found else set()) or KNOWN))


def _fits(route: object, path: str) -> bool:
    pattern = getattr(route, "path_regex", None)
    return pattern is not None and pattern.match(path) is not None
