"""What a formula comes to for an entry."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from game.scoring import consistency, profits, weights
from game.scoring.counting import rounded, until
from game.scoring.expressions import evaluate, names, parse
from game.scoring.rules import Custom
from game.scoring.values import Entrant, Fact, Score, Window

LARGEST = 10**15
"""A value beyond that is none."""

Measures = dict[str, Fraction | None]


def score(rules: Custom, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Score:
    """The value of the formula. What it used is shown."""
    formula = parse(rules.formula)
    known = measures(rules, entrant, facts, window)
    used = {name: known[name] for name in sorted(set(names(formula)))}
    parts = {name: None if value is None else str(rounded(value)) for name, value in used.items()}
    value = evaluate(formula, known)
    if value is None or abs(value) > LARGEST:
        return Score(None, {"measures": parts, "why": "not_known" if value is None else "out_of_range"})
    return Score(rounded(value), {"measures": parts})


def measures(rules: Custom, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Measures:
    """All published measures of an entry; None where a measure is not known."""
    growth = _growth(entrant, facts, window)
    return {"age_days": _age(entrant, window), **growth, **_care(rules, entrant, facts, window)} | _money(
        rules, entrant, facts, window
    )


def _growth(entrant: Entrant, facts: Sequence[Fact], window: Window) -> Measures:
    measured = weights.weighings(facts, entrant, window)
    found = weights.growth(measured)
    return {
        "days": found.days if found else None,
        "first_kg": Fraction(measured[0].number or 0) if measured else None,
        "last_kg": Fraction(measured[-1].number or 0) if measured else None,
        "weight_gain": found.daily if found else None,
        "weight_gain_percent": found.percent if found else None,
    }


def _care(rules: Custom, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Measures:
    begins, ends = window.starts_at, until(entrant, window)
    meals = consistency.meals(facts, begins, ends)
    shares = {
        "meals": meals,
        "checkups": consistency.checkups(facts, begins, ends, every=rules.checkup_days),
        "tasks": consistency.tasks(facts, begins, ends),
    }
    found: Measures = {"meals_share": meals.percent}
    for name, share in shares.items():
        found |= {f"{name}_due": Fraction(share.due), f"{name}_done": Fraction(share.done)}
    return found


def _money(rules: Custom, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Measures:
    if rules.currency is None:
        return {}
    found = profits.account(facts, entrant, window, currency=rules.currency)
    told = {"profit": found.profit, "feed_cost": found.feed, "care_cost": found.care}
    return {name: None if minor is None else profits.major(minor, rules.currency) for name, minor in told.items()}


def _age(entrant: Entrant, window: Window) -> Fraction | None:
    born = entrant.particulars.get("date_of_birth")
    return Fraction((window.starts_at.date() - date.fromisoformat(born)).days) if born else None
