"""A service's own OpenAPI document: what FastAPI makes of its routes, and what follows from their declarations."""

from typing import Any

from fastapi.routing import APIRoute

from amigok_chassis.app import create_app
from amigok_chassis.locations import locations
from amigok_chassis.openapi import decimals, naming, security
from amigok_chassis.openapi.references import renamed
from amigok_chassis.openapi.responses import Responses, headers
from amigok_chassis.openapi.routes import routes
from amigok_chassis.openapi.schemas import plain
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings

Json = dict[str, Any]

UNUSED = ("HTTPValidationError", "ValidationError")


def document(service: Service) -> Json:
    """The document. Names of operations, tags and schemas are unique in it, not in the fleet."""
    found: Json = create_app(service, Settings(role="api")).openapi()
    paths = found.setdefault("paths", {})
    responses = Responses(locations(service))
    for route in routes(service):
        for method in route.methods or ():
            operations = paths[route.path_format]
            operations[method.lower()] = _completed(operations[method.lower()], route, method, responses)
    components = found.get("components", {})
    schemas = components.get("schemas", {})
    names = {name: naming.schema_name(name) for name in schemas if name not in UNUSED}
    kept = decimals.answered({name: plain(schemas[name]) for name in names}, paths)
    found["components"] = {
        "schemas": {names[name]: schema for name, schema in kept.items()},
        "headers": headers(paths),
        "securitySchemes": security.schemes(service, components.get("securitySchemes", {})),
    }
    return {**renamed(found, names), "tags": _tags(service)}


def _completed(operation: Json, route: APIRoute, method: str, responses: Responses) -> Json:
    return {
        **plain(operation),
        "tags": [naming.tag(route)],
        "summary": naming.summary(route),
        "security": security.required(route, operation.get("security", [])),
        "responses": responses.of(plain(operation["responses"]), route, method),
    }


def _tags(service: Service) -> list[Json]:
    """One for each noun with operations: first what anybody may do, then users, then roles."""
    ranks: dict[str, int] = {}
    about: dict[str, str] = {}
    for route in routes(service):
        name = naming.tag(route)
        ranks[name] = min(security.rank(route), ranks.get(name, security.OF_ROLES))
        about[name] = naming.about(route)
    return [{"name": name, "description": about[name]} for name in sorted(ranks, key=lambda name: (ranks[name], name))]
