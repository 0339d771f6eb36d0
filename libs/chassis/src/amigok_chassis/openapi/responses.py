"""What responses say beyond their bodies: their headers, that errors are problems, that an answer may come later."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from fastapi.routing import APIRoute, RouteContext

from amigok_chassis import idempotency
from amigok_chassis.errors import MEDIA_TYPE
from amigok_chassis.locations import Location
from amigok_chassis.openapi.headers import header
from amigok_chassis.openapi.routes import dependencies
from amigok_chassis.proposals import ProposalOut

Json = dict[str, Any]

_FILE = {"type": "string", "format": "binary"}


class Responses:
    """Completes the responses of a service's operations."""

    def __init__(self, locations: Mapping[tuple[str, str], Location]) -> None:
        self._locations = locations

    def of(self, found: Json, route: APIRoute, method: str) -> Json:
        """The responses of an operation, by status."""
        return {
            status: {
                **response,
                **_content(response),
                "headers": {name: _reference(name) for name in self._sent(status, route, method, response)},
            }
            for status, response in _statuses(found, route)
        }

    def _sent(self, status: str, route: APIRoute, method: str, response: Json) -> Iterator[str]:
        yield from response.get("headers", ())
        yield "X-Request-Id"
        if status == "default":
            yield "Retry-After"
        if (method, route.path_format) in self._locations and status in ("201", "202"):
            yield "Location"
            if status == "202":
                yield "Retry-After"
        if status.startswith("2") and idempotency.once in dependencies(route):
            yield "Idempotency-Replayed"
        if 304 in route.responses and status in ("200", "304"):
            yield "ETag"


def successes(route: APIRoute | RouteContext) -> frozenset[int]:
    """The statuses below 400 that the operation's document states."""
    declared = {int(status) for status in route.responses if status != "default" and int(status) < 400}
    return frozenset({route.status_code or 200, *declared, *([202] if _may_propose(route) else [])})


def _may_propose(route: APIRoute | RouteContext) -> bool:
    """Whether it does what is asked, or proposes it where somebody else has to decide."""
    return ProposalOut in get_args(route.response_model)


def headers(paths: Json) -> Json:
    """Every header that an operation refers to, for the components of the document."""
    used = {
        name
        for operations in paths.values()
        for operation in operations.values()
        for response in operation["responses"].values()
        for name in response["headers"]
    }
    return {name: header(name) for name in sorted(used)}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/headers/{name}"}


def _content(response: Json) -> Json:
    """What is no JSON is a file."""
    content = response.get("content", {})
    return {"content": {kind: said or {"schema": _FILE} for kind, said in content.items()}} if content else {}


def _statuses(found: Json, route: APIRoute) -> Iterator[tuple[str, Json]]:
    for status, response in found.items():
        content = response.get("content", {}).get("application/json", {})
        schema = content.get("schema", {}).get("$ref", "")
        if schema.endswith("/HTTPValidationError"):
            continue
        if schema.endswith("/Problem"):
            response = {**response, "content": {MEDIA_TYPE: content}}
        if status == "200" and _may_propose(route):
            yield "202", {**response, "description": "Proposed: it waits for somebody else's decision"}
        yield status, response
