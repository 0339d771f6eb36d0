"""What a name in code stands for, as far as modules and annotations tell."""

import inspect
import sys
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from types import FunctionType, MethodType, ModuleType, UnionType
from typing import Any

from amigok.fleet import SERVICES
from amigok_chassis.errors import DomainError
from amigok_chassis.proposals.kinds import Kind

OURS = (*SERVICES, "amigok_chassis", "amigok_contracts", "amigok_herd")


class Typed:
    """A value of which only the type is known."""

    def __init__(self, form: Any) -> None:
        self.form = form


def closure(function: FunctionType) -> dict[str, Any]:
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    return {name: cell.cell_contents for name, cell in cells}


@cache
def hints(thing: Any) -> dict[str, Any]:
    try:
        hints = typing.get_type_hints(thing)
    except (NameError, TypeError, AttributeError):
        hints = dict(getattr(thing, "__annotations__", {}))
    parameters = list(inspect.signature(thing).parameters) if isinstance(thing, FunctionType) else []
    if parameters[:1] == ["self"]:
        hints["self"] = _owner(thing)
    return hints


def _owner(method: FunctionType) -> Any:
    found: Any = sys.modules[method.__module__]
    for name in method.__qualname__.split(".")[:-1]:
        found = getattr(found, name, None)
    return found


def functions_of(value: Any) -> Iterator[FunctionType]:
    """The functions of ours that run when this is called or handed on."""
    value = value.__func__ if isinstance(value, MethodType) else inspect.unwrap(value) if callable(value) else value
    if isinstance(value, Kind):
        yield from functions_of(value.apply)
    elif isinstance(value, property) and value.fget is not None:
        yield from functions_of(value.fget)
    elif isinstance(value, type) and value.__module__.split(".")[0] in OURS and not issubclass(value, DomainError):
        made = (vars(value).get(name) for name in ("__init__", "__post_init__", "__enter__", "__aenter__"))
        yield from (each for each in made if _is_ours(each))
    elif _is_ours(value) and value.__name__ != "<lambda>":
        yield value


def _is_ours(value: Any) -> bool:
    """Whether this is a function that stands in a module of ours."""
    if not isinstance(value, FunctionType) or value.__module__.split(".")[0] not in OURS:
        return False
    return value.__code__.co_filename == sys.modules[value.__module__].__file__


def within(value: Any) -> Iterator[Any]:
    """A value, or the values of a table or list of problems."""
    if isinstance(value, Mapping | tuple | list | frozenset):
        yield from (each for each in (value.values() if isinstance(value, Mapping) else value) if is_problem(each))
    else:
        yield value


def is_problem(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, DomainError)


def attribute(value: Any, name: str, asker: FunctionType) -> Iterator[Any]:
    if not isinstance(value, Typed):
        if isinstance(value, ModuleType | type | Kind) or type(value).__module__.split(".")[0] in OURS:
            yield from [getattr(value, name)] if hasattr(value, name) else []
        else:
            yield Typed(None)
        return
    if value.form is None:
        yield value
    for kind in _plain(value.form):
        member = inspect.getattr_static(kind, name, None)
        if getattr(kind, "_is_protocol", False):
            yield from methods(service_of(asker), name)
        elif isinstance(member, property):
            yield member
            yield Typed(hints(member.fget).get("return"))
        elif isinstance(member, classmethod | staticmethod):
            yield member.__func__
        elif isinstance(member, FunctionType):
            yield member
        elif kind.__module__.split(".")[0] in OURS and name in hints(kind):
            yield Typed(hints(kind)[name])
        else:
            yield Typed(None)


def _plain(form: Any) -> Iterator[type]:
    """The classes of an annotation."""
    if isinstance(form, type) and not typing.get_args(form):
        yield form
    elif typing.get_origin(form) in (typing.Union, UnionType):
        for each in typing.get_args(form):
            yield from _plain(each)
    elif typing.get_origin(form) is not None and getattr(typing.get_origin(form), "__name__", "") in ("Mapped",):
        yield from _plain(typing.get_args(form)[0])
    elif isinstance(typing.get_origin(form), type):
        yield typing.get_origin(form)


def result(value: Any) -> Iterator[Any]:
    """What calling this gives."""
    if isinstance(value, property):
        return
    if isinstance(value, type):
        yield Typed(value)
    elif isinstance(value, FunctionType | MethodType):
        function = inspect.unwrap(value)
        yield Typed(hints(getattr(function, "__func__", function)).get("return"))


def element(value: Any, number: int | None) -> Iterator[Any]:
    """An element of a table, list or tuple."""
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, Typed):
        arguments = [each for each in typing.get_args(value.form) if each is not Ellipsis]
        if typing.get_origin(value.form) is tuple and number is not None and number < len(arguments):
            yield Typed(arguments[number])
        elif arguments:
            yield Typed(arguments[-1])


def service_of(function: FunctionType) -> str:
    return function.__module__.split(".")[0]


@cache
def methods(service: str, name: str) -> tuple[FunctionType, ...]:
    """The methods with a name, of all classes of a service."""
    classes = {
        each
        for key, module in list(sys.modules.items())
        if key.split(".")[0] == service
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == key
    }
    found = (vars(each).get(name) for each in sorted(classes, key=lambda each: each.__qualname__))
    return tuple(each for each in found if isinstance(each, FunctionType))
