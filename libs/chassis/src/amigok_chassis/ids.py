"""Identifiers: UUIDv7 (RFC 9562), which sort by the time they were made."""

from datetime import timedelta
from uuid import UUID

from uuid_utils.compat import uuid7

_MILLISECOND = 1 << 80


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return uuid7()


def id_before(id: UUID, age: timedelta) -> UUID:
    """Where, among ids, those begin that were made so long before this one. Of real time: ids ignore moved clocks."""
    earlier = id.int // _MILLISECOND - age // timedelta(milliseconds=1)
    return UUID(int=max(earlier, 0) * _MILLISECOND)
