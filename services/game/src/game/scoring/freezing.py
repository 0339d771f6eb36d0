"""The hash of what was frozen: the terms of a contest, then each entry, one line of canonical JSON each."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any


def canonical(value: Mapping[str, Any]) -> str:
    """JSON with sorted keys and no spaces, in ASCII. It holds no floats: decimal numbers are strings."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest(terms: Mapping[str, Any], population: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 of the terms and the population, in hexadecimal. The population comes in the order of its entries' ids."""
    found = sha256()
    for each in (terms, *population):
        found.update(canonical(each).encode() + b"\n")
    return found.hexdigest()
