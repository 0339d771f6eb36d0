"""Schemas in the words of JSON Schema."""

from typing import Any

_BOUNDS = {"ge": "from", "gt": "after", "le": "to", "lt": "before"}
"""Bounds of dates and times: JSON Schema has no keyword for them, and Pydantic writes its own."""


def plain(node: Any) -> Any:
    """The same with bounds of dates as words in the description, and without titles that only repeat names."""
    if isinstance(node, list):
        return [plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: plain(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if "contentMediaType" in kept:
        kept["format"] = "binary"  # what clients' generators look for
    return _said(kept) if node.get("format") in ("date", "date-time") else kept


def _said(node: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in node.items() if key not in _BOUNDS}
    bounds = [f"{word} {node[key]}" for key, word in _BOUNDS.items() if key in node]
    about = [*([node["description"]] if "description" in node else []), *([" ".join(bounds)] if bounds else [])]
    return {**kept, "description": ", ".join(about)} if about else kept
