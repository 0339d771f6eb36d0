"""References between the schemas of a document."""

from collections.abc import Iterator, Mapping
from typing import Any

SCHEMAS = "#/components/schemas/"


def renamed(node: Any, names: Mapping[str, str]) -> Any:
    """The same with every reference to a schema following its new name, in the mappings of discriminators too."""
    if isinstance(node, dict):
        return {key: renamed(value, names) for key, value in node.items()}
    if isinstance(node, list):
        return [renamed(each, names) for each in node]
    if isinstance(node, str) and node.startswith(SCHEMAS):
        name = node.removeprefix(SCHEMAS)
        return SCHEMAS + names.get(name, name)
    return node


def reached(node: Any, schemas: Mapping[str, Any]) -> dict[str, Any]:
    """The schemas that something refers to, and those that these refer to, by name."""
    found: dict[str, Any] = {}
    waiting = list(_references(node))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = schemas[name]
            waiting += _references(schemas[name])
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str) and reference.startswith(SCHEMAS):
            yield reference.removeprefix(SCHEMAS)
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
