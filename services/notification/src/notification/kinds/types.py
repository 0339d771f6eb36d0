"""How the fields of events are written in texts, by their schemas."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, get_args

from amigok_contracts import Event
from amigok_contracts.compatibility import Schema, resolved, schema_of
from amigok_contracts.values import KNOWN


def type_of(event: type[Event] | None, field: str) -> str:
    """`money`, `moment`, `day`, `number`, `code` (an open string with known values) or `text`."""
    schema = _schema(event, field)
    if known_values(event, field):
        return "code"
    if "currency" in schema.get("properties", {}):
        return "money"
    if format := schema.get("format"):
        return {"date-time": "moment", "date": "day"}.get(format, "text")
    return "number" if _is_number(event, field) else "text"


def known_values(event: type[Event] | None, field: str) -> Sequence[str]:
    """The known values of a field that is an open string; none of other fields."""
    values: list[str] = _schema(event, field).get(KNOWN, [])
    return values


def _is_number(event: type[Event] | None, field: str) -> bool:
    annotation = event.model_fields[field].annotation if event and field in event.model_fields else str
    return not {annotation, *get_args(annotation)}.isdisjoint((int, float, Decimal))


def _schema(event: type[Event] | None, field: str) -> Schema:
    root = schema_of(event) if event else {}
    schema: dict[str, Any] = root.get("properties", {}).get(field, {})
    return resolved(root, schema["anyOf"][0] if "anyOf" in schema else schema)
