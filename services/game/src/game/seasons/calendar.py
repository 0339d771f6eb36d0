"""When seasons begin and end: weeks from Monday on and months, in UTC, the same for all players."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from uuid import UUID, uuid5

Kind = Literal["week", "month", "ever"]

_NAMESPACE = UUID("7b1c4f6e-52c0-4d0b-8a55-2f7f0f6c9d31")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Span:
    """A season. `ever` never ends."""

    kind: Kind
    starts_at: datetime
    ends_at: datetime | None

    @property
    def id(self) -> UUID:
        """The id of a season follows from what it is, so that nobody has to look it up."""
        return uuid5(_NAMESPACE, f"{self.kind}/{self.starts_at.date()}")


def week_at(at: datetime) -> Span:
    day = at.astimezone(UTC).date()
    monday = datetime.combine(day - timedelta(days=day.weekday()), time(), UTC)
    return Span("week", monday, monday + timedelta(days=7))


def month_at(at: datetime) -> Span:
    begun = datetime.combine(at.astimezone(UTC).date().replace(day=1), time(), UTC)
    return Span("month", begun, (begun + timedelta(days=31)).replace(day=1))


EVER = Span("ever", _EPOCH, None)


def at(moment: datetime) -> tuple[Span, Span, Span]:
    """The seasons in which experience that is won at a moment counts."""
    return week_at(moment), month_at(moment), EVER
