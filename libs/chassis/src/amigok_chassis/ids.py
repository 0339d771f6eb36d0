"""Identifiers: UUIDv7 (RFC 9562), which sort by the time they were made."""

from datetime import timedelta
from uuid import UUID

from uuid_utils.compat import uuid7

_MILLISECOND = 1 << 80


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return uuid7()


def id_before(id: UUID, age: timedelta) -> UUID:
    """The smallest id that could have been made `age` before this one. Ids follow the real time, not a moved clock."""
    earlier = id.int // _MILLISECOND - age // timedelta(milliseconds=1)
    return UUID(int=max(earlier, 0) * _MILLISECOND)
