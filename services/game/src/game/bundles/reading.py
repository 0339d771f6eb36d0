"""Reads a result file and names every line that is not what was written.

A line fits where its digest follows on the one before, as that line states it or as it comes to. So a change is named
where it is, and the lines after it are not blamed.
"""

import re
from dataclasses import dataclass, field

from game.bundles.chain import BEGINNING, OPENING, Record, closing, follow, read
from game.scoring.freezing import canonical

SHORT = 4_000
"""Characters of the longest line in which a changed digit is looked for."""

MOST_LOOKED_FOR = 20
"""In so many lines of a file: to look takes time."""

_DIGITS = "0123456789"
_STATED = re.compile('"digest":"([0-9a-f]{64})"')


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong in a line of the file (from 1 on), and in which thing: `score entry 17`."""

    line: int
    place: str
    says: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.place}: {self.says}"


@dataclass
class Read:
    """What a file says: its records with their lines, its head, and what is wrong with it."""

    records: list[tuple[int, Record]] = field(default_factory=list)
    head: str = ""
    findings: list[Finding] = field(default_factory=list)

    def blame(self, line: int, place: str, says: str) -> None:
        self.findings.append(Finding(line, place, says))


def parse(data: bytes) -> Read:
    """Reads a file, however broken it is. The time taken is linear in its size."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    found, before = Read(), {BEGINNING}
    if lines[-1] == "":
        lines.pop()
    else:
        found.blame(len(lines), "end", "the last line does not end")
    if lines[:1] != [OPENING]:
        found.blame(1, "format", f"the file does not begin with {OPENING}")
    for number, line in enumerate(lines[1:-1], 2):
        before = _line(found, number, line, before, comma="," * (number < len(lines) - 1))
    _close(found, lines, before)
    return found


def _line(found: Read, number: int, line: str, before: set[str], *, comma: str) -> set[str]:
    """Reads a line. Returns the digests that the next one may follow on; none: nobody knows."""
    try:
        record, stated = read(_without(comma, line))
    except (ValueError, RecursionError) as error:
        found.blame(number, "line", str(error))
        return set(_STATED.findall(line))
    found.records.append((number, record))
    data = canonical(record.data)
    made = {follow(each, record.kind, data) for each in before}
    if stated in made or not before:
        return {stated}
    found.blame(number, named(record), _changed(found, record.kind, data, before, stated))
    return made | {stated}


def _without(comma: str, line: str) -> str:
    """The line without the comma after it, which all but the last have. Raises ValueError."""
    if line.endswith(",") != bool(comma):
        raise ValueError("there is a comma between two lines, and nowhere else")
    return line.removesuffix(",")


def _changed(found: Read, kind: str, data: str, before: set[str], stated: str) -> str:
    """Says which digit was changed, if that is what has happened."""
    if len(data) <= SHORT and len(found.findings) < MOST_LOOKED_FOR:
        for at, digit in _original(kind, data, before, stated):
            return f"the digit {data[at]} was {digit}: {data[max(0, at - 30) : at]}[{data[at]}]{data[at + 1 : at + 11]}"
    return "this is not what its digest was made of"


def _original(kind: str, data: str, before: set[str], stated: str) -> list[tuple[int, str]]:
    """Where a digit was changed, and what it was; nothing where that does not explain the digest."""
    return [
        (at, digit)
        for at, char in enumerate(data)
        if char in _DIGITS
        for digit in _DIGITS
        if any(follow(each, kind, f"{data[:at]}{digit}{data[at + 1 :]}") == stated for each in before)
    ]


def _close(found: Read, lines: list[str], before: set[str]) -> None:
    """Takes the head, if the file ends as it should."""
    heads = [digest for digest in before if lines[1:] and lines[-1] == closing(digest)]
    if heads:
        found.head = heads[0]
    elif before or not lines[1:]:
        found.blame(len(lines), "head", "the file does not end with the digest of its last record")


def named(record: Record) -> str:
    """What a record is about, for people: `mark judge 3 position 17`."""
    of = ("entry", "judge", "position", "event_id", "item")
    return " ".join([record.kind, *(f"{key} {record.data[key]}" for key in of if key in record.data)])
