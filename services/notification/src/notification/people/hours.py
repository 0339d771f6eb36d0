"""Times of day where somebody lives, also on the days on which clocks are changed.

A time that a day does not have, because clocks were put forward, is as much later. Of a time that a day has twice, the
first counts.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment in UTC at which a day has this time there."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def after_quiet(at: datetime, quiet_from: time, quiet_to: time, zone: ZoneInfo) -> datetime:
    """The moment itself, or the end of the quiet hours that it is in; they may go over midnight."""
    local = at.astimezone(zone)
    for day in (local.date() - DAY, local.date()):
        ends_on = day if quiet_from < quiet_to else day + DAY
        if moment(day, quiet_from, zone) <= at < moment(ends_on, quiet_to, zone):
            return moment(ends_on, quiet_to, zone)
    return at


def next_time(at: datetime, hour: int, zone: ZoneInfo, *, weekday: int | None = None) -> datetime:
    """The next moment after `at` at a full hour there; on that day of the week (Monday is 0), if one is given."""
    day = at.astimezone(zone).date()
    while (found := moment(day, time(hour), zone)) <= at or weekday not in (None, day.weekday()):
        day += DAY
    return found
