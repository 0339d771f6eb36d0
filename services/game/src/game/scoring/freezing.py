"""The hash of what was frozen: the terms of a contest, then each entry, one line of canonical JSON each."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any


def canonical(value: Mapping[str, Any]) -> str:
    """JSON with sorted keys and no spaces, in ASCII. It holds no floats: decimal numbers are strings."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


class Digest:
    """SHA-256 of the terms and then of entries, which come in the order of their ids."""

    def __init__(self, terms: Mapping[str, Any]) -> None:
        self._hash = sha256()
        self.add(terms)

    def add(self, entry: Mapping[str, Any]) -> None:
        self._hash.update(canonical(entry).encode() + b"\n")

    @property
    def hex(self) -> str:
        return self._hash.hexdigest()


def digest(terms: Mapping[str, Any], population: Iterable[Mapping[str, Any]]) -> str:
    """The hash of terms and a population, in hexadecimal."""
    found = Digest(terms)
    for entry in population:
        found.add(entry)
    return found.hex
