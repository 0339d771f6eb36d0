"""Canonical JSON: one spelling for the same data, so that digests can be compared.

Keys sorted, no blanks, text as it is in UTF-8. Numbers are whole; what has decimal places is text.
"""

import json
from typing import Any


def canonical(data: Any) -> str:
    """The one spelling of these data. Raises TypeError for what JSON does not have, ValueError for floats."""
    return json.dumps(_plain(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(data: Any) -> Any:
    if isinstance(data, float):
        raise ValueError("a number with decimal places is written as text")
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(each) for each in data] if isinstance(data, (list, tuple)) else data
