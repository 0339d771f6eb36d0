"""Preferences over HTTP."""

import json
from typing import Annotated, Any

from pydantic import AfterValidator, JsonValue

from identity.preferences.models import DEEPEST, LONGEST


def depth(value: Any) -> int:
    """How deep objects and lists are nested."""
    if not isinstance(value, dict | list):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, inside), default=0)


def as_json(value: dict[str, JsonValue]) -> str:
    """The object as JSON (RFC 8259). Raises ValueError for numbers and text that JSON cannot express."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _bounded(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    if depth(value) > DEEPEST:
        raise ValueError(f"must not be deeper than {DEEPEST} levels")
    if len(as_json(value).encode()) > LONGEST:
        raise ValueError(f"must not be longer than {LONGEST} bytes")
    return value


PreferencesDocument = Annotated[dict[str, JsonValue], AfterValidator(_bounded)]
"""Any JSON object within the bounds."""
