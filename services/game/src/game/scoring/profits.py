"""What an animal earned for its owner, in one currency, as the ledger and the farm's valuations say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from amigok_contracts.currencies import digits
from game.scoring.counting import rounded, until, within
from game.scoring.rules import Profit
from game.scoring.values import Entrant, Fact, Score, Window

COSTS = ("feed_cost", "care_cost")


@dataclass(frozen=True)
class Account:
    """What went in and came out, in minor units of a currency, and the facts in other currencies that were left out.

    None: there is no purchase or valuation in this currency.
    """

    opening: int | None
    closing: int | None
    feed: int
    care: int
    excluded: tuple[Fact, ...]

    @property
    def profit(self) -> int | None:
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.feed - self.care


def account(facts: Sequence[Fact], entrant: Entrant, window: Window, *, currency: str, basis: str = "start") -> Account:
    """Adds up what happened from the purchase, or from the start of the contest.

    What the owner paid counts by the time at which it was settled, also after they have lost the animal.
    """
    bought = _last(fact for fact in facts if _is(fact, "purchase", entrant) and fact.at <= window.starts_at)
    begins = window.starts_at if basis == "start" or bought is None else bought.at
    costs = within(facts, *COSTS, begins=begins, ends=window.ends_at)
    paid = [fact for fact in costs if fact.owner_id == entrant.owner_id]
    opening = _frozen(entrant, currency) if basis == "start" else _amount(bought, currency)
    closing = _closing(facts, entrant, window, currency)
    feed, care = (_sum(paid, kind, currency) for kind in COSTS)
    return Account(opening, closing, feed, care, tuple(fact for fact in paid if fact.currency != currency))


def score(rules: Profit, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Score:
    """The profit in major units, or in percent of what it began with."""
    found = account(facts, entrant, window, currency=rules.currency, basis=rules.basis)
    parts = _shown(found, rules.currency)
    if found.profit is None or not found.opening:
        return Score(None, parts | {"why": "no_opening_or_closing"})
    if rules.measure == "percent":
        return Score(rounded(Fraction(100 * found.profit, found.opening)), parts)
    return Score(rounded(major(found.profit, rules.currency)), parts)


def major(minor: int, currency: str) -> Fraction:
    """Minor units in major units."""
    return Fraction(minor, 10 ** digits(currency))


def _closing(facts: Sequence[Fact], entrant: Entrant, window: Window, currency: str) -> int | None:
    """What the animal brought or is worth: its sale, nothing once it is dead, else its last valuation.

    None for who had lost it when the contest started: what became of it since is nothing of theirs.
    """
    if entrant.lost_at is not None and entrant.lost_at < window.starts_at:
        return None
    sold = _last(fact for fact in facts if _is(fact, "sale", entrant) and window.starts_at <= fact.at < window.ends_at)
    if sold is not None:
        return _amount(sold, currency)
    deaths = within(facts, "death", begins=window.starts_at, ends=window.ends_at)
    if any(not fact.data.get("is_alive") for fact in deaths):
        return 0
    known = within(facts, "valuation", begins=window.starts_at, ends=until(entrant, window))
    last = max(known, key=lambda fact: (int(fact.data["version"]), fact.source_id), default=None)
    return _frozen(entrant, currency) if last is None else _amount(last, currency)


def _frozen(entrant: Entrant, currency: str) -> int | None:
    """What the animal was worth when the contest started."""
    value = entrant.particulars.get("value") or {}
    return int(value["minor"]) if value.get("currency") == currency else None


def _is(fact: Fact, kind: str, entrant: Entrant) -> bool:
    return fact.kind == kind and fact.owner_id == entrant.owner_id


def _last(facts: Iterable[Fact]) -> Fact | None:
    return max(facts, key=lambda fact: (fact.at, fact.source_id), default=None)


def _amount(fact: Fact | None, currency: str) -> int | None:
    return fact.amount if fact is not None and fact.currency == currency else None


def _sum(paid: Iterable[Fact], kind: str, currency: str) -> int:
    return sum(fact.amount or 0 for fact in paid if fact.kind == kind and fact.currency == currency)


def _shown(found: Account, currency: str) -> dict[str, Any]:
    """What is shown of an account, in minor units."""
    left_out = [
        {"source_id": str(fact.source_id), "kind": fact.kind, "currency": fact.currency} for fact in found.excluded
    ]
    names = ("opening", "closing", "feed", "care")
    return {name: getattr(found, name) for name in names} | {"currency": currency, "excluded": left_out}
