"""Which meal a log is about, and what it costs then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal
from uuid import UUID

from feed.meals.models import WAITING

NEAR = timedelta(hours=6)
"""So far from the time when it was due a meal is still found by a log that does not name it."""

Kind = Literal["fed", "partly", "refused"]


@dataclass(frozen=True, kw_only=True)
class Log:
    """What was seen at an animal's trough. `id` is the phone's own, `kg` what was eaten, or null where nobody knows.

    `meal_id` is the planned meal that it is about, if the phone knows it.
    """

    id: UUID
    livestock_id: UUID
    at: datetime
    kind: Kind
    kg: Decimal | None = None
    reason: str | None = None
    meal_id: UUID | None = None
    by: UUID


@dataclass(frozen=True, kw_only=True)
class Known:
    """A meal as matching sees it. `is_settled`: it is paid for.

    `until` is when its period ended before its time, or somebody else came to own the animal.
    """

    id: UUID
    livestock_id: UUID
    period_id: UUID | None
    owner_id: UUID | None
    currency: str | None
    due_at: datetime
    state: str
    log_id: UUID | None
    fed_kg: Decimal | None
    price_minor: int | None
    charged_minor: int
    ration_kg: Decimal | None
    until: datetime | None
    is_settled: bool
    farm_id: UUID | None = None
    package_version_id: UUID | None = None

    def takes(self, log: Log) -> bool:
        """Whether what was fed at that time can be this meal: not once its period was over."""
        is_its_own = self.livestock_id == log.livestock_id and self.state != "void"
        return is_its_own and (self.until is None or log.at < self.until)


def match(logs: Iterable[Log], meals: Sequence[Known]) -> dict[UUID, Known]:
    """Returns the meal of each log that has one, by the log's id.

    A log is about the meal that it has set before or that it names, otherwise about the nearest one of the animal that
    waits for a log. No two logs without a name share a meal.
    """
    by_id = {meal.id: meal for meal in meals}
    by_log = {meal.log_id: meal for meal in meals if meal.log_id is not None}
    waiting: dict[UUID, list[Known]] = {}
    for meal in meals:
        if meal.state in WAITING:
            waiting.setdefault(meal.livestock_id, []).append(meal)
    found: dict[UUID, Known] = {}
    taken: set[UUID] = set()
    for log in sorted(logs, key=lambda log: (log.meal_id is None, log.at)):
        named = by_log.get(log.id) or (by_id.get(log.meal_id) if log.meal_id else None)
        about = named if named and named.takes(log) else _nearest(log, waiting.get(log.livestock_id, ()), taken)
        if about is not None:
            found[log.id] = about
            taken.add(about.id)
    return found


def charge(kind: str, *, price_minor: int | None, ration_kg: Decimal | None, kg: Decimal | None) -> int:
    """What a logged meal costs, in minor units: nothing when it was refused, and of what was eaten partly that part.

    The part is rounded down. Where it is not known how much it was of how much, the whole counts.
    """
    if kind == "refused" or price_minor is None:
        return 0
    if kind == "fed" or kg is None or not ration_kg:
        return price_minor
    return int(price_minor * min(kg / ration_kg, Decimal(1)))


def _nearest(log: Log, waiting: Iterable[Known], taken: set[UUID]) -> Known | None:
    near = [meal for meal in waiting if meal.id not in taken and meal.takes(log) and abs(meal.due_at - log.at) <= NEAR]
    return min(near, key=lambda meal: (abs(meal.due_at - log.at), meal.due_at), default=None)
