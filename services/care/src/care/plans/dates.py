"""When the doses of a plan are due for one animal."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID


@dataclass(frozen=True)
class Missing:
    """A dose that is not planned for an animal yet. `given_on` is when it was given before, if it was."""

    livestock_id: UUID
    dose_id: UUID
    age_days: int
    lead_days: int
    date_of_birth: date | None
    given_on: date | None


def due_dates(doses: Sequence[Missing], today: date) -> Iterator[tuple[Missing, date]]:
    """When each dose of one care service in a plan is due for one animal, earliest age first.

    At its age, if that is still to come. What is overdue, or of unknown age, is caught up on: the first of it after its
    lead time, the others as long after the first as their ages differ.
    """
    first: Missing | None = None
    for dose in sorted(doses, key=lambda dose: dose.age_days):
        planned = dose.date_of_birth and dose.date_of_birth + timedelta(days=dose.age_days)
        if dose.given_on is not None:
            yield dose, planned or dose.given_on
        elif planned is not None and planned >= today:
            yield dose, planned
        else:
            first = first or dose
            yield dose, today + timedelta(days=first.lead_days + dose.age_days - first.age_days)


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of the month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
