"""When a veterinarian is free for a visit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from amigok_chassis.places import Place
from care.bookings.travel import Travel
from care.calendars.spans import Span, without

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Visit:
    """What a veterinarian does at a place."""

    during: Span
    place: Place | None


def free(
    windows: Iterable[Span], *, absences: Iterable[Span], visits: Iterable[Visit], at: Place | None, travel: Travel
) -> list[Span]:
    """When a veterinarian can be at a place, earliest first: at work, not absent, not at a visit or on the way."""
    away = [visit.during.widened(travel.between(visit.place, at)) for visit in visits]
    return without(windows, [*absences, *away])


def slots(spans: Iterable[Span], *, duration: timedelta, step: timedelta) -> Iterator[Span]:
    """The slots of this duration that fit into these spans, one beginning at each whole `step`."""
    for span in spans:
        begins = span.begins + (_EPOCH - span.begins) % step
        while begins + duration <= span.ends:
            yield Span(begins, begins + duration)
            begins += step
