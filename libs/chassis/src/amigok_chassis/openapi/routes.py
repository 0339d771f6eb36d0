"""The routes of a service, with their nouns and what they depend on."""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from amigok_chassis.service import Service


def routes(service: Service) -> Iterator[APIRoute]:
    """Those that its document shows."""
    for router in service.doors:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                yield route


def noun_of(route: APIRoute) -> str:
    """The folder of the module that its endpoint is in."""
    return route.endpoint.__module__.rpartition(".")[0].rpartition(".")[2]


def dependencies(route: APIRoute) -> list[Callable[..., Any]]:
    """Everything that is called before the endpoint."""
    return list(_calls(route.dependant))


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    for each in dependant.dependencies:
        if each.call is not None:
            yield each.call
        yield from _calls(each)
