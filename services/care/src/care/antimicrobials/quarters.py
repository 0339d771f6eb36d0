"""Quarters of the calendar, in UTC."""

from datetime import UTC, date, datetime


def began(day: date) -> date:
    """Returns the first day of the quarter that a day is in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def bounds(year: int, quarter: int) -> tuple[datetime, datetime]:
    """Returns when a quarter, 1 to 4, begins and ends."""
    first = datetime(year, quarter * 3 - 2, 1, tzinfo=UTC)
    return first, datetime(year + quarter // 4, quarter * 3 % 12 + 1, 1, tzinfo=UTC)
