"""Where a client finds what a 201 made and follows what a 202 began: `Location`, and for a 202 `Retry-After`.

Nothing is said where it follows from the routes: what is made at `/things` is at `/things/{thing_id}` if that can be
read, and a proposal is among the service's proposals. Elsewhere a route names the place with `follow`.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from fastapi.routing import APIRoute
from starlette.types import Message, Scope, Send

from amigok_chassis.proposals import ProposalOut
from amigok_chassis.service import Service

F = TypeVar("F", bound=Callable[..., Any])

Location = str
"""A path with gaps, such as `/api/v1/orders/{id}`, filled from the path of the request and the body of the answer."""

RETRY_AFTER = "1"
"""After how many seconds a client may look for the first time."""

_PLACES: dict[Callable[..., Any], Location] = {}
_GAP = re.compile(r"\{(\w+)\}")


def follow(place: Location) -> Callable[[F], F]:
    """Declares where what an endpoint makes or begins can be read."""

    def declare(endpoint: F) -> F:
        _PLACES[endpoint] = place
        return endpoint

    return declare


def locations(service: Service) -> dict[tuple[str, str], Location]:
    """The places that answers of this service name, by method and path of the request."""
    routes = [route for router in service.doors for route in router.routes if isinstance(route, APIRoute)]
    readable = {route.path_format for route in routes if "GET" in (route.methods or ())}
    return {
        (method, route.path_format): place
        for route in routes
        for method in (route.methods or set()) - {"GET"}
        for place in _place(service, route, readable)
    }


def _place(service: Service, route: APIRoute, readable: set[str]) -> Iterator[Location]:
    if route.endpoint in _PLACES:
        yield _PLACES[route.endpoint]
    elif ProposalOut in (route.response_model, *get_args(route.response_model)):
        yield f"/api/v1/admin/{service.name}/proposals/{{id}}"
    elif any(_is_one_of(route.path_format, path) for path in readable):
        yield f"{route.path_format}/{{id}}"


def _is_one_of(collection: str, path: str) -> bool:
    above, _, last = path.rpartition("/")
    return above == collection and _GAP.fullmatch(last) is not None


@dataclass
class Locating:
    """Sends on what an app sends, with `Location` where the answer has one: only then is its beginning held back."""

    scope: Scope
    send: Send
    places: Mapping[tuple[str, str], Location]
    _held: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in (201, 202) and self._template:
            self._held = message
            return
        if held := self._held:
            self._held = None
            await self.send({**held, "headers": [*held["headers"], *self._headers(held["status"], message)]})
        await self.send(message)

    @property
    def _template(self) -> Location | None:
        return self.places.get((self.scope["method"], getattr(self.scope.get("route"), "path_format", "")))

    def _headers(self, status: int, message: Message) -> Iterator[tuple[bytes, bytes]]:
        body = json.loads(message.get("body") or b"{}")
        values = {**body, **self.scope.get("path_params", {})}
        place = self._template or ""
        if all(gap in values for gap in _GAP.findall(place)):
            yield b"location", place.format_map(values).encode()
            if status == 202:
                yield b"retry-after", RETRY_AFTER.encode()
