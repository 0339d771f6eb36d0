"""Computes a result from what it was made of. Pure: the service and `amigok contest verify` run the same lines.

Inputs and outputs are records of the result file. Owners and animals stand in it by numbers of this contest only: an
animal by its entry's blind number, an owner by the order in which they come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from game.bundles import split
from game.bundles.chain import Json, Record
from game.contests.prizes import Prize
from game.contests.rules import Rules
from game.entries.machine import FROZEN
from game.judging import outcome
from game.judging.outcome import Revealed
from game.scoring.ranks import rank
from game.scoring.rules import Beauty
from game.scoring.scores import score
from game.scoring.values import Entrant, Fact, Score, Window

_PRIZES = TypeAdapter(list[Prize])


@dataclass
class Inputs:
    """The records that a result is computed from, by kind."""

    contest: Json = field(default_factory=dict)
    entries: dict[int, Json] = field(default_factory=dict)
    facts: dict[int, list[Json]] = field(default_factory=dict)
    judges: dict[int, Json] = field(default_factory=dict)
    marks: dict[int, list[Json]] = field(default_factory=dict)


def sorted_out(records: Iterable[Record]) -> Inputs:
    """The inputs among these records."""
    found = Inputs()
    for record in records:
        match record.kind:
            case "contest":
                found.contest = record.data
            case "entry":
                found.entries[record.data["entry"]] = record.data
            case "judge":
                found.judges[record.data["judge"]] = record.data
            case "fact":
                found.facts.setdefault(record.data["entry"], []).append(record.data)
            case "mark":
                found.marks.setdefault(record.data["judge"], []).append(record.data)
    return found


def outputs(inputs: Inputs) -> list[Record]:
    """The scores and prizes that these inputs come to, the best first."""
    rules = Rules.model_validate(inputs.contest["terms"]["rules"])
    ranked = [entry for entry in inputs.entries.values() if entry["state"] in FROZEN]
    scores = _scores(rules, inputs, ranked)
    shared = rules.ties == "shared"
    order = rank(((_entrant(entry), scores[entry["entry"]]) for entry in ranked), shared=shared)
    numbers = {UUID(entry["frozen"]["entry_id"]): entry["entry"] for entry in ranked}
    ranks = {numbers[each.entry_id]: each.rank for each in order}
    return [
        *(_score(number, scores[number], ranks[number]) for number in ranks),
        *_prizes(inputs.contest["terms"]["prizes"], {entry: place for entry, place in ranks.items() if place}, rules),
    ]


def _scores(rules: Rules, inputs: Inputs, ranked: Sequence[Json]) -> Mapping[int, Score]:
    if isinstance(rules.scoring, Beauty):
        totals = outcome.totals(rules.scoring, revealed(inputs), sorted(inputs.entries))
        return {entry["entry"]: outcome.score(rules.scoring, totals.get(entry["entry"], {})) for entry in ranked}
    window = Window(_moment(inputs.contest["starts_at"]), _moment(inputs.contest["ends_at"]))
    return {
        entry["entry"]: score(
            rules.scoring, _entrant(entry), map(_fact, inputs.facts.get(entry["entry"], ())), window=window
        )
        for entry in ranked
    }


def revealed(inputs: Inputs) -> Iterator[Revealed]:
    """The sheets of the judges whose marks count."""
    for number, judge in inputs.judges.items():
        marks = inputs.marks.get(number, [])
        if marks and judge["set_aside"] is None:
            aside = frozenset(mark["position"] for mark in marks if mark["set_aside"] is not None)
            yield Revealed(number, judge["seed"], {mark["position"]: mark["marks"] for mark in marks}, aside)


def _prizes(table: list[Json], ranks: Mapping[int, int], rules: Rules) -> Iterator[Record]:
    prizes = _PRIZES.validate_python(table)
    lines = [_line(item, prize) for item, prize in enumerate(prizes)]
    for won in split.awards(lines, ranks, rules.tied_prizes):
        yield Record(
            "prize",
            {
                "entry": won.entry,
                "rank": won.rank,
                "item": won.item,
                "kind": prizes[won.item].kind,
                "minor": won.minor,
                "currency": won.currency or None,
            },
        )


def _line(item: int, prize: Prize) -> split.Prize:
    if prize.amount is None:
        return split.Prize(item, prize.first, prize.last, prize.kind)
    return split.Prize(item, prize.first, prize.last, prize.kind, prize.amount.minor, prize.amount.currency)


def _score(number: int, found: Score, place: int | None) -> Record:
    value = None if found.value is None else str(found.value)
    return Record("score", {"entry": number, "value": value, "rank": place, "parts": found.parts})


def _entrant(entry: Json) -> Entrant:
    return Entrant(
        id=UUID(entry["frozen"]["entry_id"]),
        livestock_id=UUID(int=entry["entry"]),
        owner_id=UUID(int=entry["owner"]),
        registered_at=_moment(entry["frozen"]["registered_at"]),
        particulars=entry["frozen"]["particulars"],
        lost_at=_optional(entry["lost_at"]),
    )


def _fact(said: Json) -> Fact:
    return Fact(
        kind=said["kind"],
        source_id=UUID(said["source_id"]),
        event_id=UUID(said["event_id"]),
        at=_moment(said["at"]),
        livestock_id=UUID(int=said["entry"]),
        owner_id=None if said["owner"] is None else UUID(int=said["owner"]),
        about_id=None if said["about_id"] is None else UUID(said["about_id"]),
        number=None if said["number"] is None else Decimal(said["number"]),
        amount=said["amount"],
        currency=said["currency"],
        replaces_id=None if said["replaces_id"] is None else UUID(said["replaces_id"]),
        data=said["data"],
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _optional(text: Any) -> datetime | None:
    return None if text is None else _moment(text)
