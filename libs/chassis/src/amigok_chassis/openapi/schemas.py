"""Schemas in the words of JSON Schema."""

from typing import Any

from amigok_contracts.reading import known_values

_BOUNDS = {"ge": "from", "gt": "after", "le": "to", "lt": "before"}
"""Bounds of dates and times: JSON Schema has no keyword for them, and Pydantic writes its own."""


def plain(node: Any) -> Any:
    """The same with bounds of dates and known values of fields as words, without titles that only repeat names."""
    if isinstance(node, list):
        return [plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: plain(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if isinstance(values := kept.get("enum"), list):
        kept["enum"] = sorted(values, key=str)  # Python takes `Literal`s of the same values for one: the first made
    if "contentMediaType" in kept:
        kept["format"] = "binary"  # what clients' generators look for
    if isinstance(fields := kept.get("properties"), dict):
        kept["properties"] = {name: _known(field) for name, field in fields.items()}
    return _said(kept) if node.get("format") in ("date", "date-time") else kept


def _known(field: Any) -> Any:
    """The same with its known values in the description, where tools that do not know our keyword show them."""
    values = known_values(field) if isinstance(field, dict) else []
    if not values:
        return field
    told = "Known: " + ", ".join(f"`{value}`" for value in values)
    return {**field, "description": ". ".join([*([field["description"]] if "description" in field else []), told])}


def _said(node: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in node.items() if key not in _BOUNDS}
    bounds = [f"{word} {node[key]}" for key, word in _BOUNDS.items() if key in node]
    about = [*([node["description"]] if "description" in node else []), *([" ".join(bounds)] if bounds else [])]
    return {**kept, "description": ", ".join(about)} if about else kept
