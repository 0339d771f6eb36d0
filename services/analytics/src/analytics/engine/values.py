"""Values on their way to ClickHouse and back, by the names of its types."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

Reading = Callable[[Any], Any]

_WRAPPED = re.compile(r"(?:Nullable|LowCardinality)\((.+)\)")
_ARRAY = re.compile(r"Array\((.+)\)")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0"})
_QUOTED = _ESCAPES | {ord("'"): "\\'"}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


_READINGS: dict[str, Reading] = {
    "UUID": UUID,
    "DateTime": _moment,
    "DateTime64": _moment,
    "Date": date.fromisoformat,
    "Date32": date.fromisoformat,
    "Decimal": Decimal,
}


def reading(kind: str) -> Reading | None:
    """How a value of a type is read from JSON; None: it is as it comes."""
    while wrapped := _WRAPPED.fullmatch(kind):
        kind = wrapped[1]
    if array := _ARRAY.fullmatch(kind):
        each = reading(array[1])
        return (lambda values: [_read(each, value) for value in values]) if each else None
    return _READINGS.get(kind.partition("(")[0])


def _read(how: Reading | None, value: Any) -> Any:
    return value if how is None or value is None else how(value)


def row(names: list[str], readings: list[Reading | None], values: list[Any]) -> dict[str, Any]:
    """A row of an answer: its values by the names of its columns."""
    return {name: _read(how, value) for name, how, value in zip(names, readings, values, strict=True)}


def parameter(value: object) -> str:
    """A parameter of a query, as the HTTP interface takes it. Raises TypeError for what is no value of a column."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return f"[{','.join(map(_element, value))}]"
    return r"\N" if value is None else _text(value).translate(_ESCAPES)


def _element(value: object) -> str:
    if isinstance(value, (int, Decimal)):
        return _text(value)
    return f"'{_text(value).translate(_QUOTED)}'"


def _text(value: object) -> str:
    match value:
        case bool():
            return str(int(value))
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        case str() | int() | float() | Decimal() | UUID() | date():
            return str(value)
    raise TypeError(f"{type(value).__name__} is no value of a column")
