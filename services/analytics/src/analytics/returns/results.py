"""Profit and loss of a period, and what the animals that are left are worth. Pure rules.

What an animal cost counts when its owner has it no more; feed, care and fees count when they are paid. Whatever is left
counts at what the farm last said that it is worth. With the value at the beginning and at the end it always holds that

    realised + change of unrealised = value at the end - value at the beginning + all that was got - all that was paid
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Literal
from uuid import UUID

from analytics.returns.lines import Kind, Line, Position, is_cost
from analytics.returns.rates import MoneyWeighted, Rate, money_weighted, simple

Entry = Literal[
    "sales",
    "cost_of_sold",
    "sale_fees",
    "feed",
    "care",
    "removal_fees",
    "losses",
    "insurance",
    "refunds",
    "provider_fees",
    "other",
]
"""A line of a profit and loss account. `losses` is what animals cost that died, were removed or taken back."""

ENTRIES: Mapping[Kind, Entry] = {
    "sale": "sales",
    "sale_fee": "sale_fees",
    "feed": "feed",
    "care": "care",
    "removal_fee": "removal_fees",
    "insurance": "insurance",
    "refund": "refunds",
    "provider_fee": "provider_fees",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class Value:
    """What the farm said an animal is worth, in minor units, and when."""

    minor: int
    currency: str
    at: datetime


Values = Mapping[UUID, Value]
"""By animal, as they were known at a moment."""


@dataclass
class Left:
    """What an owner has at a moment: what it is worth, and what it cost.

    Animals without a value in the currency count at what they cost; `at_cost` is how many. One that was paid for in
    another currency counts there alone: its value would be a gain as a whole where it has cost nothing.
    """

    value: int = 0
    cost: int = 0
    animals: int = 0
    at_cost: int = 0
    oldest_value_at: datetime | None = None

    @property
    def result(self) -> int:
        return self.value - self.cost


@dataclass(frozen=True)
class Result:
    """What a period brought in one currency, in minor units."""

    currency: str
    entries: Mapping[Entry, int]
    before: Left
    after: Left
    invested: int
    flows: Sequence[tuple[datetime, int]] = field(repr=False, default=())
    ended_flows: Sequence[tuple[datetime, int]] = field(repr=False, default=())

    @property
    def realised(self) -> int:
        return sum(self.entries.values())

    @property
    def unrealised(self) -> int:
        return self.after.result - self.before.result

    @property
    def total(self) -> int:
        return self.realised + self.unrealised

    def simple(self, minor: int) -> Rate:
        """A part of the result, against what was there at the beginning and was paid since."""
        return simple(minor, self.invested)

    def money_weighted(self, tz: tzinfo) -> MoneyWeighted:
        """Of everything, with what is left as if it were sold at its value at the end."""
        return money_weighted(_dated(self.flows, tz))

    def money_weighted_realised(self, tz: tzinfo) -> MoneyWeighted:
        """Of the animals that are gone, alone."""
        return money_weighted(_dated(self.ended_flows, tz))


@dataclass(frozen=True)
class Period:
    """From a moment on, and before another; `since` is None for the beginning of everything."""

    since: datetime | None
    until: datetime

    def has(self, at: datetime) -> bool:
        return at < self.until and (self.since is None or at >= self.since)


def results(found: Sequence[Position], period: Period, *, values_before: Values, values_after: Values) -> list[Result]:
    """What a period brought, for each currency in which anything moved or is left, in their order."""
    lines = [line for position in found for line in position.lines if line.at < period.until]
    kept = [position for position in found if position.is_held(period.until)]
    worth = {values_after[each.livestock_id].currency for each in kept if each.livestock_id in values_after}
    currencies = {line.currency for line in lines} | worth
    return [_result(found, period, currency, values_before, values_after) for currency in sorted(currencies)]


def _result(found: Sequence[Position], period: Period, currency: str, before: Values, after: Values) -> Result:
    began = left(found, period.since, currency, before) if period.since else Left()
    ended = left(found, period.until, currency, after)
    moved = [line for position in found for line in _moved(position, period, currency)]
    opening = [(period.since, -began.value)] if period.since else []
    flows = [*opening, *((line.at, line.minor) for line in moved), (period.until, ended.value)]
    return Result(
        currency=currency,
        entries=_entries(found, period, currency),
        before=began,
        after=ended,
        invested=began.value - sum(line.minor for line in moved if line.minor < 0),
        flows=flows,
        ended_flows=_ended_flows(found, period, currency, before),
    )


def left(found: Iterable[Position], at: datetime, currency: str, values: Values) -> Left:
    """What owners had just before a moment, in one currency: what was paid or is worth in it."""
    total = Left()
    for position in found:
        if position.is_held(at):
            _count(total, position, at, values.get(position.livestock_id), currency)
    return total


def _count(total: Left, position: Position, at: datetime, value: Value | None, currency: str) -> None:
    cost = position.cost(currency, at)
    if value is not None and value.currency == currency and (cost or not position.has_cost_beside(currency, at)):
        total.value += value.minor
        total.oldest_value_at = min(total.oldest_value_at or value.at, value.at)
    elif cost:
        total.value += cost
        total.at_cost += 1
    else:
        return
    total.cost += cost
    total.animals += 1


def _moved(position: Position, period: Period, currency: str) -> list[Line]:
    return [line for line in position.lines if line.currency == currency and period.has(line.at)]


def _entries(found: Iterable[Position], period: Period, currency: str) -> dict[Entry, int]:
    entries: dict[Entry, int] = {}
    for position in found:
        for name, minor in _counted(position, period, currency):
            entries[name] = entries.get(name, 0) + minor
    return {name: minor for name, minor in entries.items() if minor}


def costs(position: Position, period: Period) -> list[tuple[Entry, Line]]:
    """What an animal cost, as far as it counts in a period: when its owner has it no more.

    A refund after the end is income of its own.
    """
    if position.ended_at is None:
        return []
    gone: Entry = "cost_of_sold" if position.how == "sold" else "losses"
    return [
        ("refunds" if line.kind == "purchase_refund" and line.at >= position.ended_at else gone, line)
        for line in position.lines
        if is_cost(line, line.currency) and period.has(max(line.at, position.ended_at))
    ]


def _counted(position: Position, period: Period, currency: str) -> list[tuple[Entry, int]]:
    """What one position brings into the account of a period."""
    counted: list[tuple[Entry, int]] = [
        (ENTRIES[line.kind], line.minor) for line in _moved(position, period, currency) if line.kind in ENTRIES
    ]
    gone = [(name, line.minor) for name, line in costs(position, period) if line.currency == currency]
    return [*counted, *gone]


def _ended_flows(
    found: Iterable[Position], period: Period, currency: str, before: Values
) -> list[tuple[datetime, int]]:
    flows: list[tuple[datetime, int]] = []
    for position in found:
        if position.ended_at is not None and position.ended_at < period.until:
            flows += _opening(position, period.since, currency, before)
            flows += [(line.at, line.minor) for line in _moved(position, period, currency)]
    return flows


def _opening(position: Position, since: datetime | None, currency: str, before: Values) -> list[tuple[datetime, int]]:
    return [(since, -left([position], since, currency, before).value)] if since else []


def _dated(flows: Iterable[tuple[datetime, int]], tz: tzinfo) -> list[tuple[date, int]]:
    return [(at.astimezone(tz).date(), minor) for at, minor in flows]
