"""Working hours by the clock on the wall, as moments: what it skips is no time, what it shows twice is worked twice."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.calendars.spans import Span, merged

DAY = 24 * 60
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, order=True)
class Hours:
    """From when to when one works on a weekday (1 is Monday), in minutes after midnight; 1440 is the end of the day."""

    weekday: int
    begins: int
    ends: int


def windows(hours: Iterable[Hours], zone: ZoneInfo, within: Span) -> list[Span]:
    """When one works within a span, earliest first. Hours that follow each other without a gap are one window."""
    week: dict[int, list[Hours]] = {}
    for each in hours:
        week.setdefault(each.weekday, []).append(each)
    whole = Span(within.begins.replace(second=0, microsecond=0), within.ends)
    worked = (span for piece, offset in _pieces(whole, zone) for span in _worked(week, piece, offset))
    return [cut for span in merged(worked) if (cut := span.within(within)) is not None]


def _worked(week: Mapping[int, Sequence[Hours]], piece: Span, offset: timedelta) -> Iterator[Span]:
    """When one works in a piece of time in which clocks are so far ahead of UTC."""
    day, last = (piece.begins + offset).date(), (piece.ends + offset).date()
    while day <= last:
        midnight = datetime.combine(day, time(), UTC) - offset
        for each in week.get(day.isoweekday(), ()):
            if cut := Span(midnight + each.begins * _MINUTE, midnight + each.ends * _MINUTE).within(piece):
                yield cut
        day += _DAY


def _pieces(within: Span, zone: ZoneInfo) -> Iterator[tuple[Span, timedelta]]:
    """The days of a span, each with how far the clocks are ahead of UTC; a day on which they change is two pieces."""
    begins = within.begins
    while begins < within.ends:
        ends = min(begins + _DAY, within.ends)
        before, after = _ahead(begins, zone), _ahead(ends, zone)
        change = _change(Span(begins, ends), zone, after) if before != after else ends
        yield Span(begins, change), before
        yield Span(change, ends), after
        begins = ends


def _change(day: Span, zone: ZoneInfo, after: timedelta) -> datetime:
    """The minute in which the clocks change."""
    minutes = range((day.ends - day.begins) // _MINUTE)
    return day.begins + _MINUTE * bisect_left(
        minutes, True, key=lambda n: _ahead(day.begins + n * _MINUTE, zone) == after
    )


def _ahead(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
