"""Limits on request bodies: little is read before the sender is known, and nobody may send too slowly."""

import asyncio
import re
import time
from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from amigok_chassis.auth import bearer
from amigok_chassis.errors import ContentTooLarge, DomainError
from amigok_chassis.settings import Settings

STRANGER_BYTES = 65_536
"""At most so many bytes of a body are read before the token is verified, unless the route declares its own limit."""


class Bodies:
    """The body limits of an app. FastAPI reads a body before it verifies the token, so this comes first."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._settings: Settings = app.state.settings
        self._own = list(_own_limits(app))

    async def admit(self, scope: Scope, receive: Receive) -> Receive:
        """Returns the `receive` from which the app may read the body.

        Raises ContentTooLarge for what is announced as too large; Unauthenticated or Unavailable where the sender
        must be known first.
        """
        usual, own = self._settings.max_body_bytes, self._own_limit(scope)
        limit = usual if own is None else own
        free = min(limit, STRANGER_BYTES if own is None or own > usual else own)
        headers = dict(scope["headers"])
        announced = _announced(headers)
        if announced is not None and announced > limit:
            raise ContentTooLarge
        if announced is None or announced > free:
            try:
                await bearer(self._app.state.runtime.tokens, headers.get(b"authorization", b"").decode("latin-1"))
            except DomainError:
                if announced is not None or limit > usual:
                    raise
                limit = free
        return _Body(receive, limit=limit, settings=self._settings)

    def _own_limit(self, scope: Scope) -> int | None:
        """The largest that a route for this request declares."""
        method, path = scope["method"], scope["path"]
        return max((limit for name, like, limit in self._own if name == method and like.match(path)), default=None)


def _own_limits(app: FastAPI) -> Iterator[tuple[str, re.Pattern[str], int]]:
    """The routes with a limit of their own for bodies: method, path and how many bytes."""
    for route in iter_route_contexts(app.routes):
        limit = getattr(route, "max_body_size", None)
        if limit is not None and limit != app.max_body_size:
            for method in route.methods or ():
                yield method, route.path_regex, limit


def _announced(headers: dict[bytes, bytes]) -> int | None:
    """The size that the client announced; None if it did not."""
    if b"transfer-encoding" in headers:
        return None
    length = headers.get(b"content-length", b"")
    return int(length[:18]) if length.isdigit() else 0


class _Body:
    """The `receive` of a request, with limits on size and time."""

    def __init__(self, receive: Receive, *, limit: int, settings: Settings) -> None:
        self._receive = receive
        self._limit = limit
        self._grace = settings.body_grace_seconds
        self._rate = settings.body_bytes_per_second
        self._received = 0
        self._waited = 0.0
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        message = await self._next()
        self._received += len(message.get("body", b""))
        self._whole = not message.get("more_body")
        if self._received > self._limit:
            raise HTTPException(ContentTooLarge.status)
        return message

    async def _next(self) -> Message:
        began = time.monotonic()
        try:
            async with asyncio.timeout(self._grace + self._received / self._rate - self._waited):
                return await self._receive()
        except TimeoutError as error:
            detail = f"The body of the request came too slowly: less than {self._rate} bytes a second."
            raise HTTPException(408, detail, {"Connection": "close"}) from error
        finally:
            self._waited += time.monotonic() - began
