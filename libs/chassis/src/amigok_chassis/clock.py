"""The one place where services read the time. Outside production it can be moved."""

from datetime import UTC, datetime, timedelta

_offset = timedelta()


def now() -> datetime:
    """The present, timezone-aware, in UTC; `set_offset` moves it."""
    return datetime.now(UTC) + _offset


def set_offset(offset: timedelta) -> None:
    """Moves the clock of this process by `offset` from the real time."""
    global _offset
    _offset = offset


def offset() -> timedelta:
    """How far the clock stands from the real time."""
    return _offset
