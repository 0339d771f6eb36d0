"""What an endpoint can raise, read from the code: the classes of problems named in it and in whatever it refers to.

A name stands for what it is in its module. Local variables have the types that annotations and returned values tell;
where those are unknown, or a protocol, a method may be that of any class of the service. A class counts where code
names it, apart from `except`; what an `except` catches goes no further. Function references count as calls.
"""

import ast
import builtins
import inspect
import sys
import textwrap
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import FunctionType, MethodType, ModuleType, UnionType
from typing import Any

from amigok.fleet import SERVICES
from amigok_chassis.db import Database
from amigok_chassis.errors import DomainError, Unavailable
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.proposals.kinds import Kind

Kinds = frozenset[type[DomainError]]
OURS = (*SERVICES, "amigok_chassis", "amigok_contracts")


DATABASE = {inspect.unwrap(each) for each in (Database.unit_of_work, Database.reader, Database.driver)}
"""Where the database may be out of order, which the chassis answers with Unavailable."""

PLAIN = {name for kind in (dict, list, set, str) for name in dir(kind)}
"""The methods of Python's own classes: one of these on an unknown value is hardly one of ours."""


class Typed:
    """A value of which only the type is known."""

    def __init__(self, form: Any) -> None:
        self.form = form


def raised(endpoint: Callable[..., Any], impossible: Mapping[str, frozenset[str]] | None = None) -> Kinds:
    """The problems that a function can raise, with those of the functions that it refers to.

    `impossible` has codes that a function, by its dotted name, never raises though its code reads so.
    """
    found: dict[FunctionType, Kinds] = {}
    waiting = list(_functions(endpoint))
    reached = list(waiting)
    while waiting:
        function = waiting.pop()
        found[function] = frozenset()
        new = [each for each in _code(function).references() if each not in found and each not in waiting]
        waiting += new
    changed = True
    while changed:
        before = dict(found)
        for function in found:
            never = (impossible or {}).get(f"{function.__module__}.{function.__qualname__}", frozenset())
            found[function] = frozenset(kind for kind in _code(function).raised(found) if kind.code not in never)
        changed = before != found
    return frozenset().union(*(found[function] for function in reached))


@cache
def _code(function: FunctionType) -> "Code":
    return Code(function)


class Code:
    """The code of one function. Functions within it are parts of it."""

    def __init__(self, function: FunctionType) -> None:
        self.function = function
        source = textwrap.dedent(inspect.getsource(function))
        self.node = _definition(source, function)
        self.names: dict[str, Any] = dict(vars(builtins)) | function.__globals__ | _closure(function)
        self.hints = _hints(function)
        self.local: dict[str, list[ast.expr]] = {}
        self.elements: dict[str, list[ast.expr]] = {}
        self._evaluating: set[int] = set()
        self._find_locals()
        self._seen: dict[int, tuple[Kinds, tuple[FunctionType, ...]]] = {}

    def references(self) -> set[FunctionType]:
        """The functions that it refers to."""
        return {function for node in self._loaded(self._parts()) for function in self._mentioned(node)[1]}

    def raised(self, known: Mapping[FunctionType, Kinds]) -> Kinds:
        """What it raises, if functions raise what is known of them so far."""
        return self._of(self._parts(), known, caught=frozenset())

    def _parts(self) -> list[ast.AST]:
        return list(self.node.body) if isinstance(self.node.body, list) else [self.node.body]

    def _of(self, nodes: Iterable[ast.AST], known: Mapping[FunctionType, Kinds], *, caught: Kinds) -> Kinds:
        found: Kinds = frozenset()
        for node in nodes:
            if isinstance(node, ast.Try):
                found |= self._of_try(node, known, caught)
            elif isinstance(node, ast.Raise) and (node.exc is None or self._is_caught(node.exc)):
                found |= caught
            elif isinstance(node, ast.Call) and _is_for_nobody(node):
                found |= self._of(_children(node), known, caught=caught) - {OwnBehalf}
            else:
                kinds, functions = self._mentioned(node)
                found = found.union(kinds, *(known.get(function, frozenset()) for function in functions))
                found |= self._of(_children(node), known, caught=caught)
        return found

    def _of_try(self, node: ast.Try, known: Mapping[FunctionType, Kinds], caught: Kinds) -> Kinds:
        inner = self._of(node.body, known, caught=caught)
        found: Kinds = frozenset()
        for handler in node.handlers:
            classes = tuple(self._classes(handler.type)) if handler.type else (BaseException,)
            taken = frozenset(kind for kind in inner if issubclass(kind, classes))
            inner -= taken
            found |= self._of(handler.body, known, caught=taken)
        return found | inner | self._of([*node.orelse, *node.finalbody], known, caught=caught)

    def _is_caught(self, node: ast.expr) -> bool:
        handlers = (each for part in self._parts() for each in ast.walk(part) if isinstance(each, ast.ExceptHandler))
        return isinstance(node, ast.Name) and node.id in {handler.name for handler in handlers}

    def _classes(self, node: ast.expr) -> Iterator[type]:
        for each in node.elts if isinstance(node, ast.Tuple) else [node]:
            for value in self._values(each):
                yield from value if isinstance(value, tuple) else [value]

    def _loaded(self, nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
        for node in nodes:
            yield node
            yield from self._loaded(_children(node))

    def _mentioned(self, node: ast.AST) -> tuple[Kinds, tuple[FunctionType, ...]]:
        """The problems and the functions that one name stands for."""
        if not isinstance(node, ast.Name | ast.Attribute) or not isinstance(node.ctx, ast.Load):
            return frozenset(), ()
        if id(node) not in self._seen:
            values = [each for value in self._values(node) for each in _within(value)]
            kinds = frozenset(each for each in values if isinstance(each, type) and issubclass(each, DomainError))
            functions = [function for each in values for function in _functions(each)]
            if any(function in DATABASE for function in functions):
                kinds |= {Unavailable}
            if not values and isinstance(node, ast.Attribute) and self._may_be_ours(node.attr):
                functions = list(_methods(_service(self.function), node.attr))
            self._seen[id(node)] = kinds, tuple(dict.fromkeys(functions))
        return self._seen[id(node)]

    def _may_be_ours(self, method: str) -> bool:
        return _service(self.function) in SERVICES and method not in PLAIN

    def _find_locals(self) -> None:
        for part in self._parts():
            for node in ast.walk(part):
                if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
                    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                        self._bind(target, node.value)
                elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
                    self._bind(node.target, node.iter, self.elements)
                elif isinstance(node, ast.withitem) and node.optional_vars is not None:
                    self._bind(node.optional_vars, node.context_expr)
                elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                    for arg in _arguments(node):
                        self.local.setdefault(arg.arg, [arg.annotation] if arg.annotation else [])

    def _bind(self, target: ast.AST, value: ast.expr, where: dict[str, list[ast.expr]] | None = None) -> None:
        table = self.local if where is None else where
        if isinstance(target, ast.Name):
            table.setdefault(target.id, []).append(value)
        elif isinstance(target, ast.Tuple):
            for number, each in enumerate(target.elts):
                index = ast.Subscript(value, ast.Constant(number), ast.Load())
                self._bind(each, index, table)

    def _values(self, node: ast.expr) -> list[Any]:
        if id(node) in self._evaluating:
            return []
        self._evaluating.add(id(node))
        try:
            return list(self._evaluated(node))
        finally:
            self._evaluating.discard(id(node))

    def _evaluated(self, node: ast.expr) -> Iterator[Any]:
        match node:
            case ast.Name(id=name):
                yield from self._named(name)
            case ast.Attribute(value=base, attr=name):
                for value in self._values(base):
                    yield from _attribute(value, name, self.function)
            case ast.Call(func=called, args=arguments):
                if isinstance(called, ast.Attribute) and called.attr in ("get", "get_one") and arguments:
                    yield from (Typed(each) for each in self._values(arguments[0]) if isinstance(each, type))
                for value in self._values(called):
                    yield from _result(value)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner) | ast.Starred(value=inner):
                yield from self._values(inner)
            case ast.IfExp(body=one, orelse=other):
                yield from [*self._values(one), *self._values(other)]
            case ast.BoolOp(values=several):
                yield from (value for each in several for value in self._values(each))
            case ast.Subscript(value=base, slice=ast.Constant(value=int(number))):
                for value in self._values(base):
                    yield from _element(value, number)
            case ast.Subscript(value=base):
                for value in self._values(base):
                    yield from _element(value, None)

    def _named(self, name: str) -> Iterator[Any]:
        if name in self.local or name in self.elements:
            for value in self.local.get(name, ()):
                yield from self._values(value)
            for value in self.elements.get(name, ()):
                for each in self._values(value):
                    yield from _element(each, None)
        elif name in self.hints:
            yield Typed(self.hints[name])
        elif name in self.names:
            yield self.names[name]


def _definition(source: str, function: FunctionType) -> Any:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == function.__name__:
            return node
    raise LookupError(f"no definition of {function.__qualname__}")


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts that run: no annotations, nor classes that are only compared with."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance")) | ast.Attribute(attr="code" | "status"):
            return
        case ast.Call(func=ast.Attribute(attr="follow"), args=[_, ast.Constant(value=None)]):
            return  # a state machine's first step is always there
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns"):
            yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, ast.AST))


def _is_for_nobody(node: ast.Call) -> bool:
    """Whether it says that nobody benefits."""
    return any(each.arg == "beneficiaries" and ast.unparse(each.value) == "[]" for each in node.keywords)


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def _closure(function: FunctionType) -> dict[str, Any]:
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    return {name: cell.cell_contents for name, cell in cells}


@cache
def _hints(thing: Any) -> dict[str, Any]:
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


def _functions(value: Any) -> Iterator[FunctionType]:
    """The functions of ours that run when this is called or handed on."""
    value = value.__func__ if isinstance(value, MethodType) else inspect.unwrap(value) if callable(value) else value
    if isinstance(value, Kind):
        yield from _functions(value.apply)
    elif isinstance(value, property) and value.fget is not None:
        yield from _functions(value.fget)
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


def _within(value: Any) -> Iterator[Any]:
    """A value, or the values of a table or list of problems."""
    if isinstance(value, Mapping | tuple | list | frozenset):
        yield from (each for each in (value.values() if isinstance(value, Mapping) else value) if _is_problem(each))
    else:
        yield value


def _is_problem(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, DomainError)


def _attribute(value: Any, name: str, asker: FunctionType) -> Iterator[Any]:
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
            yield from _methods(_service(asker), name)
        elif isinstance(member, property):
            yield member
            yield Typed(_hints(member.fget).get("return"))
        elif isinstance(member, classmethod | staticmethod):
            yield member.__func__
        elif isinstance(member, FunctionType):
            yield member
        elif kind.__module__.split(".")[0] in OURS and name in _hints(kind):
            yield Typed(_hints(kind)[name])
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


def _result(value: Any) -> Iterator[Any]:
    """What calling this gives."""
    if isinstance(value, property):
        return
    if isinstance(value, type):
        yield Typed(value)
    elif isinstance(value, FunctionType | MethodType):
        function = inspect.unwrap(value)
        yield Typed(_hints(getattr(function, "__func__", function)).get("return"))


def _element(value: Any, number: int | None) -> Iterator[Any]:
    """An element of a table, list or tuple."""
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, Typed):
        arguments = [each for each in typing.get_args(value.form) if each is not Ellipsis]
        if typing.get_origin(value.form) is tuple and number is not None and number < len(arguments):
            yield Typed(arguments[number])
        elif arguments:
            yield Typed(arguments[-1])


def _service(function: FunctionType) -> str:
    return function.__module__.split(".")[0]


@cache
def _methods(service: str, name: str) -> tuple[FunctionType, ...]:
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
