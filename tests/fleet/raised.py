"""What an endpoint can raise, read from the code: the classes of problems named in it and in whatever it refers to.

A name stands for what it is in its module. Local variables have the types that annotations and returned values tell;
where those are unknown, or a protocol, a method may be that of any class of the service. A class counts where code
names it, apart from `except`; what an `except` catches goes no further. Function references count as calls.
"""

import ast
import builtins
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from amigok.fleet import SERVICES
from amigok_chassis.db import Database
from amigok_chassis.errors import DomainError, Unavailable
from amigok_chassis.proposals.errors import OwnBehalf
from tests.fleet.meaning import (
    Typed,
    attribute,
    closure,
    element,
    functions_of,
    hints,
    methods,
    result,
    service_of,
    within,
)
from tests.fleet.sources import parsed

Kinds = frozenset[type[DomainError]]


DATABASE = {inspect.unwrap(each) for each in (Database.unit_of_work, Database.reader, Database.driver)}
"""Where the database may be out of order, which the chassis answers with Unavailable."""

PLAIN = {name for kind in (dict, list, set, str) for name in dir(kind)}
"""The methods of Python's own classes: one of these on an unknown value is hardly one of ours."""


class Raising:
    """What functions can raise.

    `impossible` has codes that a function, by its dotted name, never raises though its code reads so.
    """

    def __init__(self, impossible: Mapping[str, frozenset[str]]) -> None:
        self._impossible = impossible
        self._found: dict[FunctionType, Kinds] = {}

    def of(self, function: Callable[..., Any]) -> Kinds:
        """The problems that a function can raise, with those of the functions that it refers to."""
        own = list(functions_of(function))
        new = self._reached(own)
        changed = True
        while changed:
            before = {each: self._found[each] for each in new}
            self._found |= {each: self._raised(each) for each in new}
            changed = any(before[each] != self._found[each] for each in new)
        return frozenset().union(*(self._found[each] for each in own))

    def _reached(self, waiting: list[FunctionType]) -> list[FunctionType]:
        """The functions that these refer to, themselves included, of which nothing is known yet."""
        new: list[FunctionType] = []
        waiting = list(waiting)
        while waiting:
            function = waiting.pop()
            if function not in self._found:
                self._found[function] = frozenset()
                new.append(function)
                waiting += _code(function).references()
        return new

    def _raised(self, function: FunctionType) -> Kinds:
        never = self._impossible.get(f"{function.__module__}.{function.__qualname__}", frozenset())
        return frozenset(kind for kind in _code(function).raised(self._found) if kind.code not in never)


@cache
def _code(function: FunctionType) -> "Code":
    return Code(function)


class Code:
    """The code of one function. Functions within it are parts of it."""

    def __init__(self, function: FunctionType) -> None:
        self.function = function
        self.node = _definition(function)
        self.names: dict[str, Any] = dict(vars(builtins)) | function.__globals__ | closure(function)
        self.hints = hints(function)
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
            values = [each for value in self._values(node) for each in within(value)]
            kinds = frozenset(each for each in values if isinstance(each, type) and issubclass(each, DomainError))
            functions = [function for each in values for function in functions_of(each)]
            if any(function in DATABASE for function in functions):
                kinds |= {Unavailable}
            if not values and isinstance(node, ast.Attribute) and self._may_be_ours(node.attr):
                functions = list(methods(service_of(self.function), node.attr))
            self._seen[id(node)] = kinds, tuple(dict.fromkeys(functions))
        return self._seen[id(node)]

    def _may_be_ours(self, method: str) -> bool:
        return service_of(self.function) in SERVICES and method not in PLAIN

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
                    yield from attribute(value, name, self.function)
            case ast.Call(func=called, args=arguments):
                if isinstance(called, ast.Attribute) and called.attr in ("get", "get_one") and arguments:
                    yield from (Typed(each) for each in self._values(arguments[0]) if isinstance(each, type))
                for value in self._values(called):
                    yield from result(value)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner) | ast.Starred(value=inner):
                yield from self._values(inner)
            case ast.IfExp(body=one, orelse=other):
                yield from [*self._values(one), *self._values(other)]
            case ast.BoolOp(values=several):
                yield from (value for each in several for value in self._values(each))
            case ast.Subscript(value=base, slice=ast.Constant(value=int(number))):
                for value in self._values(base):
                    yield from element(value, number)
            case ast.Subscript(value=base):
                for value in self._values(base):
                    yield from element(value, None)

    def _named(self, name: str) -> Iterator[Any]:
        if name in self.local or name in self.elements:
            for value in self.local.get(name, ()):
                yield from self._values(value)
            for value in self.elements.get(name, ()):
                for each in self._values(value):
                    yield from element(each, None)
        elif name in self.hints:
            yield Typed(self.hints[name])
        elif name in self.names:
            yield self.names[name]


def _definition(function: FunctionType) -> Any:
    code = function.__code__
    try:
        return _definitions(Path(code.co_filename))[function.__name__, code.co_firstlineno]
    except KeyError as error:
        raise LookupError(f"no definition of {function.__qualname__}") from error


@cache
def _definitions(path: Path) -> dict[tuple[str, int], ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a file by name and first line, that of a decorator where there is one."""
    return {
        (node.name, min(each.lineno for each in (*node.decorator_list, node))): node
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


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
