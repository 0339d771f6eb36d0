"""Who may call an operation: a security scheme for each role, and one for whoever is signed in.

Where somebody signs in who is no user, a scheme of the service's own.
"""

from typing import Any

from fastapi.routing import APIRoute

from amigok_chassis import auth
from amigok_chassis.openapi.routes import dependencies, routes
from amigok_chassis.service import Service

Json = dict[str, Any]

USER = "user"
OF_ROLES = 2


def required(route: APIRoute, said: list[Json]) -> list[Json]:
    """Alternatives, each a scheme; `{}` is no token. Empty where no sign-in changes anything.

    `said` is what FastAPI says of the route. It knows a token, and not which roles it is of.
    """
    own = [way for way in said if auth.BEARER not in way]
    ways: list[Json] = [*own, *({name: []} for name in sorted(_admitted(route)))]
    return [*ways, {}] if auth.maybe_user in dependencies(route) and not own else ways


def rank(route: APIRoute) -> int:
    """0 for what anybody may do, 1 for users, 2 (`OF_ROLES`) for those with a role."""
    admitted = _admitted(route)
    if not admitted:
        return 0
    return 1 if USER in admitted else OF_ROLES


def schemes(service: Service, said: Json) -> Json:
    """The schemes that the operations of a service name. Those of users are the same token; they tell who has it."""
    names = {name for route in routes(service) for name in _admitted(route)}
    own = {name: scheme for name, scheme in said.items() if name != auth.BEARER}
    return own | {name: _scheme(name) for name in sorted(names)}


def _admitted(route: APIRoute) -> frozenset[str]:
    calls = dependencies(route)
    if auth.current_user not in calls and auth.maybe_user not in calls:
        return frozenset()
    guards = [auth.ROLES[call] for call in calls if call in auth.ROLES]
    return frozenset.intersection(*guards) if guards else frozenset({USER})


def _scheme(name: str) -> Json:
    whose = "anybody who is signed in" if name == USER else f"a user with the role `{name}`"
    return {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": f"The `access_token` of {whose}. It says which role its user has.",
    }
