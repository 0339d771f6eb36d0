"""Each operation's document states the problems that it can answer, and no others.

Read from the code: what an endpoint can raise (`raised.py`) is what it declares, beside what its dependencies do. Two
things are not seen: which of a table's failures a value picks, and that something cannot happen where it stands; those
are in `impossible.py`. The services' own tests look from the other side: their rig fails where an answer is not
declared (`amigok_chassis.testing_problems`).
"""

import ast
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_dependant
from fastapi.routing import RouteContext

from amigok.fleet import SERVICES, load
from amigok_chassis import problems
from amigok_chassis.app import create_app
from amigok_chassis.errors import DomainError
from amigok_chassis.problems import Problem
from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.settings import Settings
from tests.fleet.impossible import IMPOSSIBLE
from tests.fleet.meaning import OURS, is_problem
from tests.fleet.raised import Raising
from tests.fleet.sources import parsed

NEVER = {function: frozenset(codes.split()) for function, (codes, _) in IMPOSSIBLE.items()}
RAISING = Raising(NEVER)


def routes(service: str) -> Iterator[RouteContext]:
    """The routes in a service's document."""
    return problems.documented(create_app(load(service), Settings(role="api")))


def kinds() -> list[tuple[str, Kind[Any]]]:
    return [(service, kind) for service in SERVICES for kind in load(service).proposals]


def codes(failures: Iterable[type[DomainError]]) -> set[str]:
    return {failure.code for failure in failures}


def difference(name: str, wanted: set[str], declared: set[str]) -> list[str]:
    missing = [f"{name} lacks {code}" for code in sorted(wanted - declared)]
    return missing + [f"{name} cannot raise {code}" for code in sorted(declared - wanted)]


@pytest.mark.parametrize("service", SERVICES)
def test_an_operation_declares_what_it_can_raise_and_nothing_else(service: str) -> None:
    wrong: list[str] = []
    for route in routes(service):
        can = codes(RAISING.of(_endpoint(route))) | codes(problems.general(route))
        if _decides(route):
            can |= {code for kind in load(service).proposals for code in codes(kind.raises)}
        declared = {code for stated in problems.stated(route).values() for code in stated}
        wrong += difference(f"{', '.join(route.methods or ())} {route.path_format}", can, declared)
    assert not wrong, "\n".join(wrong)


def test_a_kind_of_proposal_declares_what_its_approval_can_raise() -> None:
    wrong = [
        line
        for service, kind in kinds()
        for line in difference(f"{service}: {kind.name}", codes(RAISING.of(kind.apply)), codes(kind.raises))
    ]
    assert not wrong, "\n".join(wrong)


def test_a_dependency_declares_all_that_it_can_raise() -> None:
    calls = {call for service in SERVICES for route in routes(service) for call in dependencies(route.dependant)}
    own = {call for call in calls if inspect.unwrap(call).__qualname__ != "requires.<locals>.guard"}
    wrong = {
        f"{call.__module__}.{call.__qualname__} lacks {code}"
        for call in own
        for code in codes(RAISING.of(call)) - declared_by(call)
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_a_problem_declares_the_members_that_it_is_raised_with() -> None:
    for service in SERVICES:
        load(service)
    wrong = {
        f"{kind.__module__}.{kind.__name__} is raised with {member}: add it to `sends`"
        for module in [each for name, each in sys.modules.items() if name.partition(".")[0] in OURS]
        for kind, members in _made(module)
        for member in members - kind.sends.keys() - Problem.model_fields.keys()
    }
    assert not wrong, "\n".join(sorted(wrong))


def _made(module: ModuleType) -> Iterator[tuple[type[DomainError], set[str]]]:
    """Each place in a module where a problem is made, with the names of its members."""
    for node in ast.walk(parsed(Path(module.__file__)) if module.__file__ else ast.Module()):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            kind = vars(module).get(node.func.id)
            if is_problem(kind) and kind.__init__ is DomainError.__init__:
                yield kind, {keyword.arg for keyword in node.keywords if keyword.arg}


def test_what_is_called_impossible_is_in_the_code() -> None:
    functions = {name for name in NEVER if not callable(_found(name))}
    assert not functions, f"no such functions: {', '.join(sorted(functions))}"
    needless = [
        f"{name}: {code}"
        for name, impossible in NEVER.items()
        for code in impossible - codes(Raising({k: v for k, v in NEVER.items() if k != name}).of(_found(name)))
    ]
    assert not needless, "\n".join(needless)


def dependencies(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    for each in dependant.dependencies:
        if inspect.isfunction(each.call):
            yield each.call
        yield from dependencies(each)


def declared_by(call: Callable[..., Any]) -> set[str]:
    """What a dependency declares, with those that it depends on."""
    calls = {call, *dependencies(get_dependant(path="", call=call))}
    return codes(kind for each in calls for kind in getattr(each, "problems", ()))


def _endpoint(route: RouteContext) -> Callable[..., Any]:
    assert route.endpoint is not None
    return route.endpoint


def _decides(route: RouteContext) -> bool:
    return _endpoint(route).__qualname__ == "router.<locals>.decide"


def _found(name: str) -> Any:
    module, _, rest = name.rpartition(".")
    while module:
        try:
            found: Any = __import__(module, fromlist=["_"])
        except ImportError:
            module, _, more = module.rpartition(".")
            rest = f"{more}.{rest}"
            continue
        for part in rest.split("."):
            found = getattr(found, part, None)
        return found
    return None
