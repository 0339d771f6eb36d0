"""The shape of the house: a newcomer who knows one noun of one service knows where everything is."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

import pytest

from amigok.fleet import ROOT, SERVICES, load
from tests.fleet.sources import parsed, python, shipped

services = pytest.mark.parametrize("name", SERVICES)


TOP = {"__init__", "__main__", "main", "models", "settings", "cli", "py"}
"""What may stand beside the nouns of a service."""

SHARED = 2
"""So many further files at most, for what several nouns share."""

LONG = 300
REASON = re.compile(r"^# Longer than 300 lines: .+", re.MULTILINE)


def source(name: str) -> Path:
    return ROOT / "services" / name / "src" / name


def nouns(name: str) -> list[Path]:
    return sorted(path.parent for path in source(name).glob("*/__init__.py") if path.parent.name != "migrations")


def imported(path: Path) -> Iterator[str]:
    """The dotted names of all that a file imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used_nouns(name: str) -> dict[str, set[str]]:
    """Each noun of a service with the other nouns that its files import."""
    known = {folder.name for folder in nouns(name)}
    found = {}
    for folder in nouns(name):
        names = {
            each.split(".")[1] for path in python(folder) for each in imported(path) if each.startswith(f"{name}.")
        }
        found[folder.name] = (names & known) - {folder.name}
    return found


def cycle(edges: dict[str, set[str]]) -> list[str]:
    """A way from a noun back to itself; empty when there is none."""
    done: set[str] = set()

    def visit(noun: str, way: list[str]) -> list[str]:
        if noun in way:
            return [*way[way.index(noun) :], noun]
        if noun in done:
            return []
        for other in sorted(edges[noun]):
            if found := visit(other, [*way, noun]):
                return found
        done.add(noun)
        return []

    return next((found for noun in sorted(edges) if (found := visit(noun, []))), [])


@services
def test_main_lists_the_nouns_of_a_service_on_one_screen(name: str) -> None:
    assert len((source(name) / "main.py").read_text().splitlines()) <= 15


@services
def test_every_folder_of_a_service_is_a_noun_that_it_lists(name: str) -> None:
    listed = {id(noun) for noun in load(name).nouns}
    for folder in nouns(name):
        module = import_module(f"{name}.{folder.name}")
        assert id(module.noun) in listed, folder


@services
def test_beside_its_nouns_a_service_has_hardly_a_file(name: str) -> None:
    beside = {path.stem for path in source(name).glob("*.py")} - TOP
    assert len(beside) <= SHARED, sorted(beside)


@services
def test_the_base_of_all_tables_is_all_that_the_models_of_a_service_hold(name: str) -> None:
    path = source(name) / "models.py"
    classes = [node.name for node in parsed(path).body if isinstance(node, ast.ClassDef)] if path.exists() else ["Base"]
    assert classes == ["Base"]


@services
def test_nouns_import_each_other_in_one_direction(name: str) -> None:
    assert cycle(used_nouns(name)) == []


def test_a_cycle_is_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@services
def test_no_import_hides_in_a_function(name: str) -> None:
    for path in python(source(name)):
        for node in functions(path):
            assert not any(isinstance(each, (ast.Import, ast.ImportFrom)) for each in ast.walk(node)), (path, node.name)


@services
def test_use_cases_are_given_what_they_need(name: str) -> None:
    """Settings come with the unit of work, resources with the context; events have fields, not perhaps some."""
    for path in python(source(name)):
        text = path.read_text()
        assert "app.state" not in text, path
        assert not re.search(r"getattr\(event", text), path
        if path.stem != "cli":
            assert not re.search(r"(?<![\w.])Settings\(\)", text), path


def test_the_formatter_has_the_last_word() -> None:
    for path in python(ROOT):
        if path != Path(__file__):
            assert "# fmt:" not in path.read_text(), path


def test_lists_are_written_out() -> None:
    """`[*(a, b), *(c, d)]` only keeps the formatter from giving each its line."""
    for path in shipped():
        for node in ast.walk(parsed(path)):
            if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
                starred = (each.value for each in node.elts if isinstance(each, ast.Starred))
                assert not any(isinstance(each, (ast.Tuple, ast.List)) for each in starred), (path, node.lineno)


def test_a_long_file_says_why() -> None:
    for path in shipped():
        text = path.read_text()
        assert len(text.splitlines()) <= LONG or REASON.search(text), path


def test_functions_are_small() -> None:
    lengths = [length(node) for path in shipped() for node in functions(path)]
    assert median(lengths) <= 7
    assert quantiles(lengths, n=10)[-1] <= 16


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function's body, its docstring aside."""
    body = without_docstring(node)
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def without_docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return node.body[1:] if told else node.body
