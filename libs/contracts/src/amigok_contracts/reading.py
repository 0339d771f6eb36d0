"""JSON Schemas in words, for the pages that people read."""

from typing import Any

from amigok_contracts.values import KNOWN


def type_name(schema: dict[str, Any]) -> str:
    """A schema in a few words: `uuid`, `Money`, `list of string`, `date-time or null`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    if "anyOf" in schema:
        return " or ".join(type_name(each) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {type_name(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")


def known_values(schema: dict[str, Any]) -> list[str]:
    """The known values of an open string, of what it may be besides null, or of the items of a list."""
    within = [*schema.get("anyOf", ()), *([schema["items"]] if isinstance(schema.get("items"), dict) else [])]
    return [*schema.get(KNOWN, ()), *(value for each in within for value in known_values(each))]


def about(schema: dict[str, Any]) -> str:
    """What a field is, and its known values in backticks; empty where there is nothing to say."""
    known = ", ".join(f"`{value}`" for value in known_values(schema))
    return " ".join(filter(None, (schema.get("description", ""), known and f"Known: {known}.")))
