"""One OpenAPI document of the whole fleet, merged from the services' own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING, Any

from amigok.errors import Failure

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Json = dict[str, Any]

_REFERENCE = "#/components/schemas/"
_UNUSED = ("HTTPValidationError", "ValidationError")

DESCRIPTION = """\
**Errors** are `application/problem+json` (RFC 9457). `code` is stable, so branch on it and not on the text; `detail` is
for people. A 401 means that no valid access token came, a 403 that your role may not do this, a 404 that there is no
such thing or that it is not yours to see, a 422 that a value does not fit. Unknown fields are refused. After a 429 or
503, wait for the seconds of `Retry-After`.

**Idempotency.** Every POST that moves money takes `Idempotency-Key`, a name of your choice for this one request. Sent
again with the same key and a body that means the same, it does nothing and answers what it answered first
(`Idempotency-Replayed: true`), or, after a 202, how things are now; with another body, it is refused with
`idempotency_key_reused`. A refused request may succeed with its key later.

**Lists** come in pages: `?limit=` (1 to 100) and `?cursor=`, answered with `items` and `next_cursor`, which is null on
the last page. Cursors are opaque.

**Values.** Ids are UUIDv7. Times are RFC 3339 in UTC. Money is a decimal string and a currency, never a float:
`{"amount": "240.00", "currency": "USD"}`. A decimal number is written with the digits 0 to 9 and a point.

**Text** is kept composed (NFC) and without spaces at its ends. What nobody could see is refused: control characters,
marks that turn the direction of writing, characters of no width where neither a script nor an emoji needs them. JSON
that says one member twice is refused with `duplicate_member`.

**Tracing.** Every answer brings `X-Request-Id`; send your own, or a W3C `traceparent`, to follow a request through.
"""


def document(services: Iterable[Service]) -> Json:
    """The merged document. `Failure` when two things of one name cannot both be in it."""
    own = {service.name: _document(service) for service in services}
    names = _names(own)
    paths: Json = {}
    schemas: Json = {}
    security: Json = {}
    for service, part in own.items():
        for path, operations in _renamed(part["paths"], names[service]).items():
            if path in paths:
                raise Failure(f"{path} is in the documents of two services; one of them is {service}")
            paths[path] = {method: _tagged(body, service) for method, body in operations.items()}
        for name, schema in part["components"]["schemas"].items():
            schemas[names[service][name]] = _renamed(schema, names[service])
        security |= part["components"].get("securitySchemes", {})
    return {
        "openapi": "3.1.0",
        "info": {"title": "Amigok", "version": "1", "description": DESCRIPTION},
        "servers": [{"url": "/", "description": "The gateway that served this document"}],
        "tags": [_tag(service) for service, part in own.items() if part["paths"]],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": security},
    }


def render(merged: Json) -> str:
    """The document as committed: keys sorted, so that a diff shows what changed and nothing else."""
    return json.dumps(merged, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _document(service: Service) -> Json:
    """A service's own document, its errors said as what they are: problems."""
    from amigok_chassis.app import create_app
    from amigok_chassis.auth import OPTIONAL
    from amigok_chassis.settings import Settings

    found: Json = create_app(service, Settings(role="api")).openapi()
    found.setdefault("paths", {})
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    for operations in found["paths"].values():
        for operation in operations.values():
            operation["responses"] = dict(_responses(operation["responses"]))
            if "security" in operation:
                operation["security"] = [
                    way
                    for each in operation["security"]
                    for way in ([{"HTTPBearer": []}, {}] if OPTIONAL in each else [each])
                ]
    found["components"].get("securitySchemes", {}).pop(OPTIONAL, None)
    for name in _UNUSED:
        schemas.pop(name, None)
    return found


def _responses(responses: Json) -> Iterator[tuple[str, Json]]:
    for status, response in responses.items():
        content = response.get("content", {}).get("application/json", {})
        reference = content.get("schema", {}).get("$ref", "")
        if reference.endswith("/HTTPValidationError"):
            continue
        if reference.endswith("/Problem"):
            response = {**response, "content": {"application/problem+json": content}}
        yield status, response


def _names(own: dict[str, Json]) -> dict[str, dict[str, str]]:
    """What each service's schemas are called in the merged document.

    Alike in every service that has one: its own name. Different: the name with the service's before it.
    """
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for part in own.values():
        for name in part["components"]["schemas"]:
            meanings[name].add(_meaning(part, name))
    names = {
        service: {
            name: name if len(meanings[name]) == 1 else f"{service.capitalize()}{name}"
            for name in part["components"]["schemas"]
        }
        for service, part in own.items()
    }
    for service, renamed in names.items():
        for name, given in renamed.items():
            if given != name and given in meanings:
                raise Failure(f"schema {name} of {service} would be called {given}, which is another one's name")
    return names


def _meaning(part: Json, name: str) -> str:
    """The schema and everything it refers to."""
    schemas = part["components"]["schemas"]
    reached: Json = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached[current] = schemas[current]
            waiting += _references(schemas[current])
    return json.dumps(reached, sort_keys=True)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str):
            yield reference.removeprefix(_REFERENCE)
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _renamed(node: Any, names: dict[str, str]) -> Any:
    """The same with every reference to a schema following its new name."""
    if isinstance(node, dict):
        return {
            key: _REFERENCE + names[value.removeprefix(_REFERENCE)]
            if key == "$ref" and isinstance(value, str)
            else _renamed(value, names)
            for key, value in node.items()
        }
    return [_renamed(each, names) for each in node] if isinstance(node, list) else node


def _tagged(operation: Json, service: str) -> Json:
    return {**operation, "tags": operation.get("tags") or [service]}


def _tag(service: str) -> Json:
    try:
        return {"name": service, "description": metadata(f"amigok-{service}")["Summary"]}
    except PackageNotFoundError:
        return {"name": service}
