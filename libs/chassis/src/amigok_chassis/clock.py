"""The one place where services read the time. Outside production it can be moved."""

from datetime import UTC, datetime, timedelta

OFFSET_KEY = "amigok:clock:offset"
"""Where Redis has how many seconds the fleet's clock is from the real time."""

_offset = timedelta()
_MARGIN = timedelta(days=366 * 10)


def now() -> datetime:
    """The present, timezone-aware, in UTC; `set_offset` moves it."""
    return datetime.now(UTC) + _offset


def set_offset(offset: timedelta) -> None:
    """Moves the clock of this process by `offset` from the real time. Raises OverflowError beyond the calendar."""
    global _offset
    datetime.now(UTC) + offset + _MARGIN
    datetime.now(UTC) + offset - _MARGIN
    _offset = offset


def offset() -> timedelta:
    """How far the clock stands from the real time."""
    return _offset
