"""Examples of requests and answers, made from those of their fields: the same each time.

A field says its own with `Field(examples=[...])`. Words that many fields have are listed here, by the field's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

from amigok.api_words import WORDS
from amigok.errors import Failure

Json = dict[str, Any]

_BY_FORMAT = {
    "binary": "...",
    "date": "2026-03-14",
    "date-time": "2026-03-14T09:26:53.589793Z",
    "email": "anna@example.com",
}


def fill(document: Json) -> None:
    """Gives every JSON body of the document an example. `Failure` names a field of which none can be made."""
    schemas = document["components"]["schemas"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            for media in _bodies(operation):
                try:
                    media["example"] = _value(media["schema"], schemas, "", ())
                except LookupError as error:
                    raise Failure(f"{method.upper()} {path}: {error}") from None


def _bodies(operation: Json) -> Iterator[Json]:
    successes = [body for status, body in operation["responses"].items() if status.startswith("2")]
    for body in [*successes, *([operation["requestBody"]] if "requestBody" in operation else [])]:
        if "application/json" in body.get("content", {}):
            yield body["content"]["application/json"]


def _value(schema: Json, schemas: Json, name: str, within: tuple[str, ...]) -> Any:
    if "$ref" in schema:
        target = schema["$ref"].rsplit("/", 1)[1]
        return _value(schemas[target], schemas, name, (*within, target))
    if "const" in schema:
        return schema["const"]
    if "examples" in schema:
        return schema["examples"][0]
    if "enum" in schema:
        return schema["enum"][0]
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return _value(_likeliest(schema[keyword], within), schemas, name, within)
    if schema.get("type") == "object":
        return _object(schema, schemas, within)
    if schema.get("type") == "array":
        return _items(schema, schemas, name, within)
    return _simple(schema, name)


def _likeliest(alternatives: list[Json], within: tuple[str, ...]) -> Json:
    """The first that is something, and does not hold itself."""
    fit = [each for each in alternatives if each.get("$ref", "").rsplit("/", 1)[-1] not in within]
    return next((each for each in fit if each.get("type") != "null"), {"type": "null"})


def _object(schema: Json, schemas: Json, within: tuple[str, ...]) -> Any:
    return {name: _value(field, schemas, name, within) for name, field in schema.get("properties", {}).items()}


def _items(schema: Json, schemas: Json, name: str, within: tuple[str, ...]) -> Any:
    items = schema.get("items", {})
    if items.get("$ref", "").rsplit("/", 1)[-1] in within:
        return []
    return [_value(items, schemas, name, within)] * max(1, schema.get("minItems", 1))


def _simple(schema: Json, name: str) -> Any:
    if schema.get("format") == "uuid":
        return _identifier(name)
    if schema.get("format") in _BY_FORMAT:
        return _BY_FORMAT[schema["format"]]
    if isinstance(schema.get("default"), str) and schema["default"]:
        return schema["default"]
    if schema.get("type") == "string" and name in WORDS:
        return WORDS[name]
    if schema.get("type") in ("integer", "number"):
        return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
    if schema.get("type") == "boolean":
        return schema.get("default", True)
    if schema.get("type") == "null":
        return None
    if "type" not in schema:
        return {}
    raise LookupError(f"the field {name} has no example; declare it with Field(examples=[...])")


def _identifier(name: str) -> str:
    """A version 7 UUID of one moment, told apart by the field it names."""
    tail = sha256(name.encode()).hexdigest()
    return str(UUID(f"019586a3c8d57{tail[:3]}8{tail[3:18]}"))
