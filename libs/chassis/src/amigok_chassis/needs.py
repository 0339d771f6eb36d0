"""What a batch of events needs before its handlers run one by one: locks, and what all of them read."""

from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _itself(key: Any) -> Any:
    return key


class _Keyed(Generic[K]):
    """Something that handlers need by keys, which events name."""

    subject: Callable[[K], Hashable]

    def of(self, *fields: str) -> "Need[K]":
        """The keys are in these fields of the event; a field that is None needs nothing."""
        return Need(self, lambda event: {key for name in fields if (key := getattr(event, name)) is not None}, fields)

    def by(self, keys: Callable[[Any], Iterable[K]]) -> "Need[K]":
        """The keys are what this function returns for the event."""
        return Need(self, lambda event: set(keys(event)))


@dataclass(frozen=True)
class Need(Generic[K]):
    """What one handler needs by these keys. `fields` are the event's fields that hold them, if they are named."""

    what: _Keyed[K]
    keys: Callable[[Any], set[K]]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lock(_Keyed[K]):
    """Rows that a batch of events locks before its handlers run, so that batches wait for each other, never deadlock.

    `take(db, keys)` always locks them in the same order. Of several locks the one with the lower `rank` comes first.
    Handlers declare what they need: `@on(OrderPlaced, locks=[ORDERS.of("order_id")])`. Keys of one `subject` are
    different names of the same rows.
    """

    rank: int
    take: Callable[[UnitOfWork, set[K]], Awaitable[None]]
    subject: Callable[[K], Hashable] = _itself


@dataclass(frozen=True)
class Ahead(_Keyed[K], Generic[K, V]):
    """A query by keys that a batch of events asks once, under its locks. Whoever else asks is answered of the moment.

    `read(db, keys)` returns what was found. Handlers declare it: `@on(OrderPlaced, ahead=[PEOPLE.of("user_id")])`.
    What others of the batch may change is left out: its keys have the subjects of the lock `under`, and one that
    several events lock is not read ahead. An answer is given once: after it a handler may change what it was told.
    """

    read: Callable[[UnitOfWork, Collection[K]], Awaitable[Mapping[K, V]]]
    under: Lock[Any] | None = None
    subject: Callable[[K], Hashable] = _itself

    async def get(self, db: UnitOfWork, key: K) -> V | None:
        """What is found by this key, or None."""
        return (await self.get_all(db, [key])).get(key)

    async def get_all(self, db: UnitOfWork, keys: Collection[K]) -> dict[K, V]:
        """What is found by these keys."""
        known = db.ahead.get(self, {})
        answers = {key: known.pop(key) for key in keys if key in known}
        if missing := [key for key in keys if key not in answers]:
            answers |= await self.read(db, missing)
        return {key: answer for key, answer in answers.items() if answer is not None}

    async def prepare(self, db: UnitOfWork, keys: Collection[K]) -> None:
        """Asks for all of these at once."""
        found = await self.read(db, keys)
        db.ahead[self] = {key: found.get(key) for key in keys}


Needed = tuple[Need[Any], Event]
"""A need, and the event that names its keys."""


async def take_locks(db: UnitOfWork, needs: Iterable[Needed]) -> None:
    """Takes the locks of a batch's handlers: each once, with all of its keys, by rank."""
    wanted = _together(needs)
    for lock in sorted(wanted, key=lambda lock: lock.rank):
        await lock.take(db, wanted[lock])


async def read_ahead(db: UnitOfWork, needs: Iterable[Needed], locked: Iterable[Sequence[Needed]]) -> None:
    """Asks what a batch's handlers will ask, each query once, but for what several of its events may change.

    `locked` are the locks that each event needs.
    """
    wanted = _together(needs)
    claims = Counter(claim for event in locked for claim in _claims(event)) if wanted else Counter()
    for ahead, keys in wanted.items():
        if alone := [key for key in keys if claims[ahead.under, ahead.subject(key)] <= 1]:
            await ahead.prepare(db, alone)


def _claims(needs: Iterable[Needed]) -> set[tuple[Any, Any]]:
    """Each lock with each of its subjects that an event needs, once."""
    return {(need.what, need.what.subject(key)) for need, event in needs for key in need.keys(event)}


def _together(needs: Iterable[Needed]) -> dict[Any, set[Any]]:
    """All keys of each that is needed by any."""
    wanted: dict[Any, set[Any]] = {}
    for need, event in needs:
        if keys := need.keys(event):
            wanted.setdefault(need.what, set()).update(keys)
    return wanted
