"""Which problems an operation may answer. Routes and dependencies declare them; the OpenAPI document states them.

A route names what its use case raises: `@router.post(..., responses=problems(NotListed, PriceChanged))`. What a
dependency raises, as a guard or paging, is declared there, `@raising(Unauthenticated)`, and holds for every route that
depends on it. What follows from having a body or parameters is added here.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from amigok_chassis.errors import (
    MEDIA_TYPE,
    BadRequest,
    ContentTooLarge,
    DomainError,
    InvalidValue,
    NotFound,
    Unauthenticated,
)
from amigok_chassis.openapi.headers import header
from amigok_chassis.openapi.references import SCHEMAS

Json = dict[str, Any]
Kind = type[DomainError]
Call = TypeVar("Call", bound=Callable[..., Any])


class FieldError(BaseModel):
    """A value of a request that does not fit its schema."""

    location: list[str] = Field(description="Where it is: `body`, `query`, `path` or `header`, then names and indexes")
    message: str = Field(description="What is wrong, for people")
    type: str = Field(description="What is wrong, for programs")


class Problem(BaseModel):
    """The body of every error, RFC 9457. Problems may have further members: operations state which."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="Always `about:blank`: `code` says which problem it is")
    title: str = Field(description="What went wrong, the same for each problem with this code")
    status: int = Field(ge=400, le=599, description="The status of the response")
    code: str = Field(description="Which problem it is. Branch on this: it never changes")
    detail: str = Field(description="What went wrong this time, for people")
    instance: str = Field(description="The path of the request")
    errors: list[FieldError] = Field(default=[], description="With `invalid_request`: each value that does not fit")
    request_id: str = Field(default="", description="With `internal_error`: what to tell support")


ANY_OTHER: Json = {
    "model": Problem,
    "description": "Any other problem: `internal_error` (500), a body that came too slowly or not whole (408, 400), "
    "and what the gateway answers by itself (404, 429, 502, 503, 504)",
}
"""The response of every operation for what is not its own."""

_KINDS: dict[str, Kind] = {}
"""The kinds that routes declare, by the names that their responses note: FastAPI copies these into documents."""

_STATED = "x-problems"


def problems(*kinds: Kind) -> dict[int | str, Json]:
    """The responses of a route whose use case raises these: for `responses=`, beside what its dependencies raise."""
    found: dict[int | str, Json] = {}
    for kind in kinds:
        name = f"{kind.__module__}.{kind.__qualname__}"
        _KINDS[name] = kind
        found.setdefault(kind.status, {"description": "", _STATED: []})[_STATED].append(name)
    return found


def raising(*kinds: Kind) -> Callable[[Call], Call]:
    """Declares what a dependency raises, besides what its own dependencies do."""

    def declare(call: Call) -> Call:
        call.problems = kinds  # type: ignore[attr-defined]
        return call

    return declare


def general(route: APIRoute | RouteContext) -> Iterator[Kind]:
    """What a route may answer because of its dependencies, its parameters and its body."""
    yield from _raised(route.dependant)
    if route.body_field is not None:
        yield from (BadRequest, ContentTooLarge, Unauthenticated)  # strangers may not send much
    if route.body_field is not None or _has_parameters(route.dependant):
        yield InvalidValue
    if route.path != route.path_format:
        yield NotFound  # a value in the path that is none, such as of an id


def stated(route: APIRoute | RouteContext) -> dict[int, dict[str, Json]]:
    """What a route may answer: by status and code."""
    found: dict[int, dict[str, Json]] = {}
    declared = (_KINDS[name] for response in route.responses.values() for name in response.get(_STATED, ()))
    for kind in (*declared, *general(route)):
        found.setdefault(kind.status, {}).setdefault(kind.code, _stated(kind))
    return found


def describe(app: FastAPI) -> None:
    """Lets the app's OpenAPI document state the problems of each operation, in place of what `problems` has noted."""
    plain = app.openapi

    def openapi() -> Json:
        if app.openapi_schema is None:
            document = plain()
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            for route in documented(app):
                for method in route.methods or ():
                    responses = document["paths"][route.path_format][method.lower()]["responses"]
                    for status, codes in stated(route).items():
                        responses[str(status)] = _response(codes)
                        schemas |= {name: form for each in codes.values() for name, form in each["schemas"].items()}
        return plain()

    app.openapi = openapi  # type: ignore[method-assign]


def documented(app: FastAPI) -> Iterator[RouteContext]:
    """The routes of an app that are in its document."""
    for route in iter_route_contexts(app.routes):
        if isinstance(route.original_route, APIRoute) and route.include_in_schema:
            yield route


def _raised(dependant: Dependant) -> Iterator[Kind]:
    for each in dependant.dependencies:
        yield from getattr(each.call, "problems", ())
        yield from _raised(each)


def _has_parameters(dependant: Dependant) -> bool:
    own = dependant.path_params or dependant.query_params or dependant.header_params
    return bool(own) or any(map(_has_parameters, dependant.dependencies))


def _stated(kind: Kind) -> Json:
    """A problem as the document has it: title, members beside those of every problem, the schemas they use, headers."""
    title = (kind.__doc__ or kind.code).strip().splitlines()[0]
    forms = {name: TypeAdapter(form).json_schema(ref_template=SCHEMAS + "{model}") for name, form in kind.sends.items()}
    schemas = {name: schema for form in forms.values() for name, schema in form.pop("$defs", {}).items()}
    members = {name: {key: form[key] for key in form if key != "title"} for name, form in forms.items()}
    return {"title": title, "members": members, "schemas": schemas, "headers": _headers(kind)}


def _headers(kind: Kind) -> list[str]:
    """The headers that come with a problem of this class."""
    waits = kind.status == 503 or "retry_after" in kind.sends
    return ["WWW-Authenticate"] * (kind.status == 401) + ["Retry-After"] * waits


def _response(codes: dict[str, Json]) -> Json:
    """One status with all its codes."""
    members = {name: schema for each in codes.values() for name, schema in each["members"].items()}
    own = {"type": "object", "properties": {"code": {"type": "string", "enum": sorted(codes)}, **members}}
    headers = {name: header(name) for each in codes.values() for name in each["headers"]}
    return {
        "description": "\n".join(f"- `{code}`: {codes[code]['title']}" for code in sorted(codes)),
        **({"headers": headers} if headers else {}),
        "content": {MEDIA_TYPE: {"schema": {"allOf": [{"$ref": f"{SCHEMAS}Problem"}, own]}}},
    }
