"""Decimal numbers: clients may send them as JSON numbers or strings, and get strings, which lose no digits."""

from typing import Any

from amigok_chassis.openapi.references import reached

Json = dict[str, Any]

_TEXT: Json = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


def answered(schemas: Json, paths: Json) -> Json:
    """The same schemas, with decimals as strings in those that no request has: FastAPI writes one schema for both."""
    sent = reached([_request(each) for operations in paths.values() for each in operations.values()], schemas)
    return {name: schema if name in sent else _as_text(schema) for name, schema in schemas.items()}


def _request(operation: Json) -> list[Any]:
    return [operation.get("parameters"), operation.get("requestBody")]


def _as_text(node: Any) -> Any:
    if isinstance(node, list):
        return [_as_text(each) for each in node]
    if not isinstance(node, dict):
        return node
    ways = [each for each in node.get("anyOf", ()) if isinstance(each, dict)]
    if not {"number", "string"} <= {each.get("type") for each in ways}:
        return {key: _as_text(value) for key, value in node.items()}
    others = [each for each in ways if each.get("type") not in ("number", "string")]
    about = {key: value for key, value in node.items() if key != "anyOf"}
    return about | ({"anyOf": [_TEXT, *others]} if others else _TEXT)
