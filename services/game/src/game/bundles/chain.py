"""The file format of a result: canonical JSON, one record a line, each with the digest of all up to it.

    {"format":"amigok.contest-result.1","records":[
    {"data":{...},"digest":"...","kind":"contest"},
    ...
    {"data":{...},"digest":"...","kind":"prize"}
    ],"head":"..."}

A record's digest is SHA-256 over the digest before it, its kind and its data as canonical JSON, with line breaks
between them; before the first it is that of the format's name. The head is the digest of the last record. Whoever
knows the head, which is announced when the result is, knows that nothing was changed since.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from game.scoring.freezing import canonical

FORMAT = "amigok.contest-result.1"
BEGINNING = sha256(FORMAT.encode()).hexdigest()
OPENING = f'{{"format":"{FORMAT}","records":['

Json = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """What one line says. `kind` is `contest`, `judge`, `mark`, `entry`, `fact`, `score` or `prize`."""

    kind: str
    data: Json


def follow(before: str, kind: str, data: str) -> str:
    """The digest of a record, by its data in canonical JSON, after the digest before it."""
    return sha256("\n".join((before, kind, data)).encode("utf-8", "surrogatepass")).hexdigest()


def chained(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Each record's line, without what separates lines, and its digest."""
    digest = BEGINNING
    for record in records:
        digest = follow(digest, record.kind, canonical(record.data))
        yield canonical({"data": record.data, "digest": digest, "kind": record.kind}), digest


def written(lines: Sequence[str], head: str) -> Iterator[str]:
    """The parts of the whole file."""
    yield OPENING + "\n"
    for number, line in enumerate(lines, 1):
        yield line + (",\n" if number < len(lines) else "\n")
    yield closing(head) + "\n"


def closing(head: str) -> str:
    return f'],"head":"{head}"}}'


def read(line: str) -> tuple[Record, str]:
    """A line's record and the digest that it states. Raises ValueError where it is no record in canonical JSON."""
    said = json.loads(line, parse_float=_no_float, parse_constant=_no_float)
    if not isinstance(said, dict) or set(said) != {"data", "digest", "kind"} or not isinstance(said["data"], dict):
        raise ValueError("this is no record")
    if canonical(said) != line:
        raise ValueError("this is not spelled as canonical JSON")
    return Record(str(said["kind"]), said["data"]), str(said["digest"])


def _no_float(text: str) -> Any:
    raise ValueError(f"{text} is no whole number")
