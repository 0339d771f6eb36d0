"""How streaks grow: a pure function of the days that a player has kept.

Days are numbered by the player: a day that had no tasks, as while the service was down, has no number and breaks
nothing. A single day that was not kept is forgiven once in seven days.
"""

from dataclasses import dataclass

FORGIVEN_EVERY = 7


@dataclass(frozen=True)
class Run:
    """A streak: how long it is, the longest so far, the last day that was kept and the last that was forgiven."""

    length: int = 0
    longest: int = 0
    kept_number: int | None = None
    forgiven_number: int | None = None


def keep(run: Run, number: int) -> Run:
    """The streak after a day was kept. Days come in their order; repeating one has no further effect."""
    if run.kept_number is not None and number <= run.kept_number:
        return run
    goes_on = run.kept_number is not None and _goes_on(run, number)
    forgiven = number - 1 if goes_on and number - 1 != run.kept_number else run.forgiven_number
    length = run.length + 1 if goes_on else 1
    return Run(length, max(length, run.longest), number, forgiven)


def current(run: Run, number: int) -> int:
    """How long the streak is on a day that is not over, kept or not yet."""
    alive = run.kept_number is not None and (number <= run.kept_number or _goes_on(run, number))
    return run.length if alive else 0


def _goes_on(run: Run, number: int) -> bool:
    """Whether a streak goes on with this day: it is the next one, or the one after a day that is forgiven."""
    missed = number - 1 - (run.kept_number or 0)
    may_forgive = run.forgiven_number is None or number - 1 - run.forgiven_number >= FORGIVEN_EVERY
    return missed == 0 or (missed == 1 and may_forgive)
