"""What devices publish: JSON, one reading or a list of up to a thousand, each as it is sent by HTTP."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from stream.readings.schemas import MOST, ReadingIn

LARGEST = 393_216
"""Bytes of a message."""

_READINGS = TypeAdapter(list[ReadingIn])
_READING = TypeAdapter(ReadingIn)


def readings_in(payload: bytes) -> tuple[list[ReadingIn], list[str]]:
    """The readings of a message, and what of it is none: as text, or the whole message where that is none."""
    try:
        content = from_json(payload) if len(payload) <= LARGEST else None
    except (ValueError, RecursionError):
        content = None
    items = [content] if isinstance(content, dict) else content
    if not isinstance(items, list) or not 1 <= len(items) <= MOST:
        return [], [payload[:1000].decode(errors="replace")]
    try:
        return _READINGS.validate_python(items), []
    except (ValidationError, OverflowError):
        return _one_by_one(items)


def _one_by_one(items: Sequence[Any]) -> tuple[list[ReadingIn], list[str]]:
    good, bad = [], []
    for item in items:
        try:
            good.append(_READING.validate_python(item))
        except (ValidationError, OverflowError):
            bad.append(to_json(item)[:1000].decode(errors="replace"))
    return good, bad
