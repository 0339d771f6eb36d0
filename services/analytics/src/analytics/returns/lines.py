"""What owners paid and got, as dated lines, and what each animal of theirs cost. Pure rules.

Amounts are in minor units of a line's currency: above zero the owner got them, below zero they paid.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Literal, get_args
from uuid import UUID

Kind = Literal[
    "purchase",
    "purchase_refund",
    "feed",
    "care",
    "sale",
    "sale_fee",
    "removal_fee",
    "insurance",
    "refund",
    "provider_fee",
    "other",
]
"""`purchase_refund` is what a buyer got back of a price, `refund` what the platform paid back, `provider_fee` what a
payment provider kept, and `other` are prizes, rewards, and what was charged for no animal.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)

Change = Literal["acquired", "sold", "died", "removed", "reclaimed"]
End = Literal["sold", "died", "removed", "reclaimed"]

_NIL = UUID(int=0)

_COST: frozenset[Kind] = frozenset({"purchase", "purchase_refund"})
"""What makes an animal's cost; everything else is income or expense when it happens."""


@dataclass(frozen=True, slots=True)
class Line:
    """Money that moved for an owner because of one animal. The last three fields tell its row apart."""

    at: datetime
    kind: Kind
    minor: int
    currency: str
    owner_id: UUID
    livestock_id: UUID
    reference_id: UUID = _NIL
    booked_as: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """An owner got an animal, or has it no more, whether or not money moved for it."""

    at: datetime
    change: Change
    owner_id: UUID
    livestock_id: UUID


@dataclass
class Position:
    """One animal from when its owner got it until they had it no more. `lines` are all of it, oldest first."""

    owner_id: UUID
    livestock_id: UUID
    began_at: datetime
    lines: list[Line] = field(default_factory=list)
    ended_at: datetime | None = None
    how: End | None = None

    def cost(self, currency: str, until: datetime) -> int:
        """What it has cost before a moment and was not refunded; below zero where more was refunded than paid."""
        return -sum(line.minor for line in self.lines if is_cost(line, currency) and line.at < until)

    def has_cost_beside(self, currency: str, until: datetime) -> bool:
        """Whether it has cost something in another currency."""
        return any(self.cost(each, until) for each in {line.currency for line in self.lines} - {currency})

    def is_held(self, at: datetime) -> bool:
        """Whether the owner had it just before a moment."""
        return self.began_at < at and (self.ended_at is None or self.ended_at >= at)


def is_cost(line: Line, currency: str) -> bool:
    """Whether a line is part of what an animal cost in this currency."""
    return line.kind in _COST and line.currency == currency


def positions(lines: Iterable[Line], turns: Iterable[Turn] = ()) -> list[Position]:
    """Follows each animal of each owner. What comes after its end, such as insurance, still belongs to it.

    So does its purchase: an order is booked a little later than the animal changes hands. A further purchase after an
    end begins another position of the same animal. The order of what is given does not matter.
    """
    happened: list[Line | Turn] = [*lines, *turns]
    happened.sort(key=_order)
    found: list[Position] = []
    for _, each in groupby(happened, key=lambda it: (it.owner_id, it.livestock_id)):
        found += _followed(each)
    return found


def _followed(happened: Iterable[Line | Turn]) -> list[Position]:
    found: list[Position] = []
    for each in happened:
        if not found or (found[-1].ended_at is not None and _begins(each, after=found[-1])):
            found.append(Position(each.owner_id, each.livestock_id, each.at))
        _add(found[-1], each)
    return found


def _begins(each: Line | Turn, *, after: Position) -> bool:
    if isinstance(each, Turn):
        return each.change == "acquired"
    return each.kind == "purchase" and any(line.kind == "purchase" for line in after.lines)


def _add(position: Position, each: Line | Turn) -> None:
    if isinstance(each, Line):
        position.lines.append(each)
        if each.kind == "sale":
            _end(position, each.at, "sold")
    elif each.change != "acquired":
        _end(position, each.at, each.change)


def _end(position: Position, at: datetime, how: End) -> None:
    if position.ended_at is None:
        position.ended_at, position.how = at, how


def _order(each: Line | Turn) -> tuple[UUID, UUID, datetime, int, int, str]:
    """Of what happens at one moment, getting an animal comes first and losing it last."""
    animal = each.owner_id, each.livestock_id, each.at
    if isinstance(each, Turn):
        return *animal, -1 if each.change == "acquired" else len(KINDS), 0, each.change
    return *animal, KINDS.index(each.kind), each.minor, each.currency
