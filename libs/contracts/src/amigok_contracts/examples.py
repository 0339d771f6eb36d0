"""A realistic instance of each event, made from the examples of its fields: the same each time."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from amigok_contracts.base import Event
from amigok_contracts.compatibility import Schema, resolved, schema_of

_BY_FORMAT = {"date-time": "2026-03-14T09:26:53.589793Z", "date": "2026-03-14"}
_BY_TYPE: dict[str, Any] = {"integer": 1, "boolean": True, "null": None}


def example(event: type[Event]) -> dict[str, Any]:
    """The data of an event as they go over the wire. Raises LookupError for a field that has no example."""
    schema = schema_of(event)
    try:
        data = _value(schema, schema, "")
    except LookupError as error:
        raise LookupError(f"{event.__name__}: {error}") from None
    return event.model_validate(data).model_dump(mode="json")


def _value(root: Schema, schema: Schema, name: str) -> Any:
    schema = resolved(root, schema)
    default = schema.get("default")
    if isinstance(default, str) and default:
        return default
    if "examples" in schema:
        return schema["examples"][0]
    if default is not None and schema.get("type") != "array":
        return default
    if "anyOf" in schema:
        return _value(root, schema["anyOf"][0], name)
    if "properties" in schema:
        return {each: _value(root, field, each) for each, field in schema["properties"].items()}
    if schema.get("type") == "array":
        return [_value(root, schema["items"], name)]
    return _simple(schema, name)


def _simple(schema: Schema, name: str) -> Any:
    if schema.get("format") == "uuid":
        return _identifier(name)
    if schema.get("format") in _BY_FORMAT:
        return _BY_FORMAT[schema["format"]]
    if schema.get("type") in _BY_TYPE:
        return _BY_TYPE[schema["type"]]
    raise LookupError(f"the field {name} has no example; declare it with Field(examples=[...])")


def _identifier(name: str) -> str:
    """A version 7 UUID of one moment, told apart by the field it names."""
    tail = sha256(name.encode()).hexdigest()
    return str(UUID(f"019586a3c8d57{tail[:3]}8{tail[3:18]}"))
