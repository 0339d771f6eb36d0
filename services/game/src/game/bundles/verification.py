"""Verifies a result file offline: the digests, the judges' commitments, and every score and prize computed anew."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from game.bundles.chain import Json, Record
from game.bundles.computing import Inputs, outputs, sorted_out
from game.bundles.reading import Finding, Read, named, parse
from game.judging.commitments import digest
from game.scoring.freezing import digest as frozen
from game.scoring.rules import VERSION

ORDER = ("contest", "judge", "mark", "entry", "fact", "score", "prize")
"""The kinds of records, in the order in which they stand."""

Line = tuple[int, Record]


def verify(data: bytes, *, head: str | None = None) -> list[Finding]:
    """What is wrong with a result file; nothing where it is as it should be. `head` is the one that was announced."""
    read = parse(data)
    findings = [*read.findings, *_head(read, head)]
    try:
        findings += _computed(read.records)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, LookupError) as error:
        findings.append(Finding(1, "inputs", f"nothing can be computed of them: {type(error).__name__} {error}"))
    return sorted(set(findings))


def _head(read: Read, head: str | None) -> Iterator[Finding]:
    if head is not None and head != read.head:
        yield Finding(1, "head", f"this is not the result that was announced, which has the head {head}")


def _computed(lines: list[Line]) -> Iterator[Finding]:
    kinds = [kind for kind, _ in groupby(record.kind for _, record in lines)]
    if kinds != [kind for kind in ORDER if kind in kinds] or kinds[:1] != ["contest"]:
        yield Finding(1, "records", "their kinds do not stand in their order")
    inputs = sorted_out(record for _, record in lines)
    if inputs.contest["scoring_version"] != VERSION:
        yield Finding(1, "contest", f"this program computes scores of version {VERSION}")
    yield from _frozen(inputs)
    yield from _commitments(inputs, lines)
    yield from _outputs(inputs, lines)


def _frozen(inputs: Inputs) -> Iterator[Finding]:
    """Compares terms and entries with the hash that was published when the contest started."""
    entries = sorted((entry["frozen"] for entry in inputs.entries.values()), key=lambda entry: UUID(entry["entry_id"]))
    if frozen(inputs.contest["terms"], entries) != inputs.contest["frozen_hash"]:
        yield Finding(1, "frozen_hash", "terms and entries are not those that were frozen at the start")
    if [entry["frozen"]["blind_number"] for entry in inputs.entries.values()] != list(inputs.entries):
        yield Finding(1, "entries", "they do not have the numbers that were frozen at the start")


def _commitments(inputs: Inputs, lines: list[Line]) -> Iterator[Finding]:
    """Compares each judge's marks with what they had committed to: a mark for each entry without a conflict."""
    for line, record in lines:
        if record.kind == "judge" and record.data["nonce"] is not None:
            marks = inputs.marks.get(record.data["judge"], [])
            sheet = {mark["position"]: mark["marks"] for mark in marks}
            if digest(UUID(inputs.contest["contest_id"]), record.data["nonce"], sheet) != record.data["digest"]:
                yield Finding(line, named(record), "these are not the marks that this judge committed to")
            unmarked = set(range(1, len(inputs.entries) + 1)) - sheet.keys() - set(map(int, record.data["conflicts"]))
            if unmarked:
                yield Finding(line, named(record), f"the entry at position {min(unmarked)} has no mark")


def _outputs(inputs: Inputs, lines: list[Line]) -> Iterator[Finding]:
    """Compares what the file says that came out with what is computed here."""
    said = {_key(record): (line, record) for line, record in lines if record.kind in ("score", "prize")}
    computed = {_key(record): record for record in outputs(inputs)}
    for key in computed.keys() - said.keys():
        yield Finding(1, named(computed[key]), "this is missing")
    for key, (line, record) in said.items():
        if key not in computed:
            yield Finding(line, named(record), "this does not follow from the inputs")
        else:
            yield from _compared(line, record, computed[key].data)
    if list(said) != list(computed) and said.keys() == computed.keys():
        yield Finding(1, "records", "scores and prizes do not stand in their order")


def _compared(line: int, record: Record, computed: Json) -> Iterator[Finding]:
    for name in sorted(record.data.keys() | computed.keys()):
        here, there = record.data.get(name), computed.get(name)
        if here != there:
            yield Finding(line, f"{named(record)}, {name}", f"the file has {here}, computed is {there}")


def _key(record: Record) -> tuple[str, int, int]:
    return record.kind, record.data["entry"], record.data.get("item", -1)
