"""References between the schemas of a document."""

from collections.abc import Mapping
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
