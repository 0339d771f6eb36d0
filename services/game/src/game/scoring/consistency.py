"""How much of the care that was due an animal got."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from game.scoring.counting import about, rounded, until, within
from game.scoring.rules import Consistency
from game.scoring.values import Entrant, Fact, Score, Window


@dataclass(frozen=True)
class Share:
    """How much was due, and how much of it was done."""

    due: int
    done: int

    @property
    def percent(self) -> Fraction | None:
        return Fraction(100 * self.done, self.due) if self.due else None


def meals(facts: Sequence[Fact], begins: datetime, ends: datetime) -> Share:
    """Planned meals. What the animal has refused was given; what was logged late was given, too."""
    fed = about(within(facts, "meal_fed", begins=begins, ends=ends))
    missed = about(within(facts, "meal_missed", begins=begins, ends=ends))
    return Share(len(fed | missed), len(fed))


def checkups(facts: Sequence[Fact], begins: datetime, ends: datetime, *, every: int) -> Share:
    """One checkup is due in each whole period of so many days."""
    period = timedelta(days=every)
    due = max((ends - begins) // period, 0)
    done = {(fact.at - begins) // period for fact in within(facts, "checkup", begins=begins, ends=ends)}
    return Share(due, len([number for number in done if number < due]))


def tasks(facts: Sequence[Fact], begins: datetime, ends: datetime) -> Share:
    """Doses of medicine and mandatory care. What was called off is not due."""
    void = about(fact for fact in facts if fact.kind == "task_void")
    due = about(within(facts, "task_due", begins=begins, ends=ends)) - void
    done = about(fact for fact in facts if fact.kind == "task_done" and fact.at < ends)
    return Share(len(due), len(due & done))


def score(rules: Consistency, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Score:
    """The shares by their weights, in percent."""
    begins, ends = window.starts_at, until(entrant, window)
    shares = {
        "meals": meals(facts, begins, ends),
        "checkups": checkups(facts, begins, ends, every=rules.checkup_days),
        "tasks": tasks(facts, begins, ends),
    }
    parts = {name: {"due": share.due, "done": share.done} for name, share in shares.items()}
    weighed = [(getattr(rules, name), share.percent) for name, share in shares.items()]
    counted = [(weight, percent) for weight, percent in weighed if weight and percent is not None]
    if not counted:
        return Score(None, parts | {"why": "nothing_due"})
    whole = sum(weight for weight, _ in counted)
    return Score(rounded(sum((weight * percent for weight, percent in counted), Fraction()) / whole), parts)
