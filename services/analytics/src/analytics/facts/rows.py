"""What a fact is: a row of a table that follows from one event."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from amigok_contracts import Event

E = TypeVar("E", bound=Event)

Fact = tuple[str, dict[str, Any]]
"""A table and a row of it. None stands for the nil id, zero or nothing, as `facts/schema.sql` says."""

NIL = UUID(int=0)
"""The platform as an owner; no animal, no farm."""


@dataclass(frozen=True)
class Heard(Generic[E]):
    """An event as the fleet said it: under which id, and when it was emitted."""

    event: E
    id: UUID
    at: datetime

    def fact(self, table: str, *, rank: int = 0, **columns: Any) -> Fact:
        """A row that follows from it. Of rows with the same key the one with the highest rank counts.

        Where ranks are equal, the row of the earliest event counts.
        """
        return table, {**columns, "event_id": self.id, "version": rank << 64 | _earliness(self.id)}


def _earliness(id: UUID) -> int:
    """64 bits: the milliseconds in which a UUIDv7 was made, the earlier the more; then what tells it from others."""
    milliseconds = id.int >> 80 & (1 << 44) - 1
    return ((1 << 44) - 1 - milliseconds) << 20 | id.int % 1_048_573


@dataclass(frozen=True)
class Rule(Generic[E]):
    """Which facts follow from an event. Pure: it knows the event, and nothing that was heard before."""

    event: type[E]
    run: Callable[[Heard[E]], Iterable[Fact]]


def tells(event: type[E]) -> Callable[[Callable[[Heard[E]], Iterator[Fact]]], Rule[E]]:
    """Declares which facts an event tells."""
    return lambda run: Rule(event, run)
