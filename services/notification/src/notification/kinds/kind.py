"""What a row of the table is."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from notification.kinds.types import type_of

Recipients = Callable[[UnitOfWork, Any], Awaitable[Collection[UUID]]]


@dataclass(frozen=True)
class Category:
    """Kinds that belong together in the app. `channels` are those by which they are told unless the user chose others.

    What is `mandatory` nobody can silence, and it waits for nothing.
    """

    name: str
    channels: frozenset[str]
    mandatory: bool = False


@dataclass(frozen=True)
class Kind:
    """An event that tells somebody something.

    `args` are the words that its texts may use: fields of the event, and `animal`, `farm` and `contest`, which stand
    for the names of those whose ids are in `livestock_id`, `farm_id` and `contest_id`. The fact is told once for each
    value of the fields in `once`, by default the event's aggregate. What comes `within` a time of the first is one
    notice and one message, for each value of the fields in `topic`. It is told where the event has the values of
    `match` and `when` says so. An `urgent` one does not wait for the end of quiet hours.
    """

    name: str
    category: Category
    event: type[Event] | None
    to: Recipients | None = None
    args: str = ""
    once: str = ""
    within: timedelta = timedelta()
    topic: str = ""
    match: Mapping[str, Any] = field(default_factory=dict)
    when: Callable[[Any], bool] | None = None
    urgent: bool = False

    @property
    def mandatory(self) -> bool:
        return self.category.mandatory

    @cached_property
    def arguments(self) -> Mapping[str, str]:
        """What its texts may use, each with its type: see `types.type_of`."""
        return {word: type_of(self.event, word) for word in self.args.split()}

    def source(self, event: Event) -> str:
        """The name of the fact, the same whenever it comes again."""
        return _joined(event, self.once) or event.subject

    def group(self, event: Event) -> str:
        """What it is about, of what may come together."""
        return _joined(event, self.topic)


def _joined(event: Event, names: str) -> str:
    return ":".join(str(attrgetter(name)(event)) for name in names.split())
