"""What an entry comes to by the rules of its contest."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from game.scoring import consistency, formulas, profits, weights
from game.scoring.counting import standing
from game.scoring.rules import Scoring
from game.scoring.values import Entrant, Fact, Score, Window

Scorer = Callable[[Any, Entrant, Sequence[Fact], Window], Score]

_SCORERS: dict[str, Scorer] = {
    "weight_gain": weights.score,
    "profit": profits.score,
    "consistency": consistency.score,
    "custom": formulas.score,
}

_GROWTH = frozenset({"weighing"})
_MONEY = frozenset({"valuation", "purchase", "sale", "feed_cost", "care_cost", "death"})
_CARE = frozenset({"meal_fed", "meal_missed", "checkup", "task_due", "task_done", "task_void"})

KINDS: dict[str, frozenset[str]] = {
    "weight_gain": _GROWTH,
    "profit": _MONEY,
    "consistency": _CARE,
    "custom": _GROWTH | _MONEY | _CARE,
    "beauty": frozenset(),
}
"""The kinds of facts that count in each type of contest."""


def score(rules: Scoring, entrant: Entrant, facts: Iterable[Fact], *, window: Window) -> Score:
    """Computes the score of an entry from the facts about its animal, in whatever order and however often they come.

    Raises LookupError for a contest that judges decide.
    """
    theirs = [fact for fact in standing(facts) if fact.livestock_id == entrant.livestock_id]
    return _SCORERS[rules.kind](rules, entrant, theirs, window)
