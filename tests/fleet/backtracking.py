"""Finds the regular expressions of our code, and texts that make an engine with backtracking work for them."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from amigok.fleet import ROOT
from tests.fleet.sources import parsed, shipped

_MENTIONS = re.compile(r"\bre\.|\bpattern=")
_METHODS = {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}


@dataclass(frozen=True)
class Expression:
    """A pattern, and how it is used: `pattern` is a schema's."""

    place: str
    regex: re.Pattern[Any]
    uses: frozenset[str]

    def __str__(self) -> str:
        return self.place


def expressions() -> list[Expression]:
    """Every one of our code, found by its syntax."""
    return [found for path in shipped() if _MENTIONS.search(path.read_text()) for found in _of(path)]


def _of(path: Path) -> Iterator[Expression]:
    tree = parsed(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_of_re(node.func) and node.func.attr != "escape":
            uses = _uses(tree, node) if node.func.attr == "compile" else {node.func.attr}
            yield Expression(_place(path, node), _compiled(path, tree, node), frozenset(uses))
        elif isinstance(node, ast.keyword) and node.arg == "pattern":
            yield Expression(_place(path, node), re.compile(_text(path, node.value)), frozenset({"pattern"}))


def _place(path: Path, node: ast.expr | ast.keyword) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def _is_of_re(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"


def _compiled(path: Path, tree: ast.Module, call: ast.Call) -> re.Pattern[Any]:
    """As the module has it where it has a name, for flags are part of it."""
    name = _name_of(tree, call)
    if name is not None:
        found: re.Pattern[Any] = getattr(import_module(_module(path)), name)
        return found
    return re.compile(_text(path, call.args[0]))


def _name_of(tree: ast.Module, call: ast.Call) -> str | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.value is call and isinstance(node.targets[0], ast.Name):
            return node.targets[0].id
    return None


def _uses(tree: ast.Module, call: ast.Call) -> set[str]:
    """The methods that are called on the pattern by its name; without one it is taken to be searched for."""
    name = _name_of(tree, call)
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }
    return used & _METHODS or {"search"}


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[parts.index("src") + 1 :]).removesuffix(".__init__")


def _text(path: Path, value: ast.expr) -> str:
    """A constant, or a text with values in it, each taken as a word where the module does not know it."""
    if isinstance(value, ast.JoinedStr):
        known = vars(import_module(_module(path)))
        parts = [
            part.value if isinstance(part, ast.Constant) else known.get(ast.unparse(part.value), "word")  # type: ignore[attr-defined]
            for part in value.values
        ]
        return "".join(map(str, parts))
    return str(ast.literal_eval(value))


def example(regex: re.Pattern[Any]) -> str:
    """A text that the expression matches, its repetitions taken twice."""
    text = regex.pattern if isinstance(regex.pattern, str) else regex.pattern.decode("latin-1")
    return "".join(_examples(parser.parse(text, regex.flags & ~re.UNICODE)))


def _examples(items: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    for kind, value in items:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.NOT_LITERAL:
            yield "b" if value == ord("a") else "a"
        elif kind is op.ANY:
            yield "a"
        elif kind is op.IN:
            yield _member(value)
        elif kind is op.BRANCH:
            yield from _examples(value[1][0])
        elif kind is op.SUBPATTERN:
            yield from _examples(value[3])
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from (each for _ in range(max(value[0], min(2, value[1]))) for each in _examples(value[2]))


def _member(members: Sequence[tuple[Any, Any]]) -> str:
    """A character of a class: printable where there is one."""
    candidates = [*map(chr, range(32, 127)), *map(chr, range(128, 256)), *map(chr, range(32))]
    candidates += [chr(value[0]) if kind is op.RANGE else chr(value) for kind, value in members if _plain(kind)]
    whole = re.compile(f"[{_spelled(members)}]")
    return next(char for char in candidates if whole.match(char))


def _plain(kind: Any) -> bool:
    return kind in (op.RANGE, op.LITERAL)


def _spelled(members: Sequence[tuple[Any, Any]]) -> str:
    classes = {
        op.CATEGORY_DIGIT: r"\d",
        op.CATEGORY_NOT_DIGIT: r"\D",
        op.CATEGORY_SPACE: r"\s",
        op.CATEGORY_NOT_SPACE: r"\S",
        op.CATEGORY_WORD: r"\w",
        op.CATEGORY_NOT_WORD: r"\W",
    }
    parts = []
    for kind, value in members:
        if kind is op.NEGATE:
            parts.append("^")
        elif kind is op.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            parts.append(classes[value] if kind is op.CATEGORY else re.escape(chr(value)))
    return "".join(parts)


def attacks(regex: re.Pattern[Any]) -> list[Callable[[int], str]]:
    """Makers of texts of about a size, in which a piece of an example comes again and again, to a good or bad end."""
    text = example(regex)
    pieces = {(text[:at], text[at : at + length], text[at:]) for at in range(len(text)) for length in (1, 2, 3)}
    bad = "\0"
    endings = {(before, piece, end) for before, piece, after in pieces for end in (after, bad)}
    endings |= {("", piece, bad) for _, piece, _ in pieces}
    return [partial(_pumped, *ending) for ending in sorted(endings)]


def _pumped(before: str, piece: str, after: str, size: int) -> str:
    return before + piece * (size // len(piece)) + after
