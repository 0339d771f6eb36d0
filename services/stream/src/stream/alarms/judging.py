"""When something was wrong, judged from readings in time order. Nothing here knows the database or the clock.

A condition turns each reading into a signal. An episode begins with the first reading of a run of signals above
`begin` that lasts for `hold`, and ends with the first reading of a run of signals at or below `end` that lasts for
`release`. A pause between two readings that is longer than `gap` proves nothing: it breaks a run, and an episode goes
on over it. What is found depends on the times of the readings alone, so it is the same in whatever order they arrive.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["above", "below", "rising", "falling", "outside"]


@dataclass(frozen=True)
class Condition:
    """What is wrong with a reading, and for how long it must be. Its readings are those since `since`.

    The signal is the value (`above`), the negative value (`below`), by how much the value rose or fell within `window`,
    or how far it lies outside of `low` and `high`. `end` is not greater than `begin`.
    """

    kind: Kind
    since: datetime
    begin: float = 0.0
    end: float = 0.0
    hold: timedelta = timedelta()
    release: timedelta = timedelta()
    gap: timedelta = timedelta(minutes=30)
    window: timedelta = timedelta()
    low: float = 0.0
    high: float = 0.0

    @property
    def memory(self) -> timedelta:
        """How long before a moment readings matter to what is found from that moment on."""
        return self.gap + max(self.hold, self.release) + self.window


@dataclass
class Episode:
    """Something was wrong from `began_at` to `ended_at`, which readings proved at the other two times.

    `value` is the reading with the strongest `signal`.
    """

    began_at: datetime
    confirmed_at: datetime
    signal: float
    value: float
    ended_at: datetime | None = None
    end_confirmed_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether it was known before this moment, and had not ended by then as far as readings before it tell."""
        return self.confirmed_at < at and (self.end_confirmed_at is None or self.end_confirmed_at >= at)

    def overlaps(self, other: "Episode") -> bool:
        begins_before_end = other.ended_at is None or self.began_at < other.ended_at or self.began_at == other.began_at
        ends_after_begin = self.ended_at is None or self.ended_at > other.began_at or self.began_at == other.began_at
        return begins_before_end and ends_after_begin


@dataclass
class Run:
    """Readings one after the other that all tell the same."""

    since: datetime
    signal: float
    value: float

    def strengthen(self, signal: float, value: float) -> None:
        if signal > self.signal:
            self.signal, self.value = signal, value


@dataclass
class Track:
    """Where judging stands after the readings so far: the open episode and the run that may begin or end one."""

    condition: Condition
    episode: Episode | None = None
    run: Run | None = None
    last: datetime | None = None
    found: list[Episode] = field(default_factory=list)
    recent: deque[tuple[datetime, float]] = field(default_factory=deque)

    def feed(self, at: datetime, value: float) -> None:
        """Takes the next reading."""
        signal = self._arrive(at, value)
        if self.episode is None:
            self._look_for_begin(at, signal, value)
        else:
            self._look_for_end(self.episode, at, signal, value)

    def recall(self, at: datetime, value: float) -> None:
        """Takes a reading that was judged before: only the run that it belongs to is still of interest."""
        signal = self._arrive(at, value)
        counts = signal > self.condition.begin if self.episode is None else signal <= self.condition.end
        self._extend(at, signal, value, counts=counts)

    def prime(self, at: datetime, value: float) -> None:
        """Takes a reading to which later ones are compared."""
        if self.condition.window:
            self._remember(at, value)

    def _arrive(self, at: datetime, value: float) -> float:
        if self.last is not None and at - self.last > self.condition.gap:
            self.run = None
        self.last = at
        return self._signal(at, value)

    def _signal(self, at: datetime, value: float) -> float:
        match self.condition.kind:
            case "above":
                return value
            case "below":
                return -value
            case "outside":
                return max(value - self.condition.high, self.condition.low - value)
            case _:
                return self._moved(at, value)

    def _moved(self, at: datetime, value: float) -> float:
        """By how much the value is above the lowest within the window, or below the highest."""
        self._remember(at, value)
        return abs(value - self.recent[0][1])

    def _remember(self, at: datetime, value: float) -> None:
        sign = 1 if self.condition.kind == "rising" else -1
        while self.recent and sign * self.recent[-1][1] >= sign * value:
            self.recent.pop()
        self.recent.append((at, value))
        while self.recent[0][0] < at - self.condition.window:
            self.recent.popleft()

    def _extend(self, at: datetime, signal: float, value: float, *, counts: bool) -> Run | None:
        if not counts:
            self.run = None
        elif self.run is None:
            self.run = Run(at, signal, value)
        else:
            self.run.strengthen(signal, value)
        return self.run

    def _look_for_begin(self, at: datetime, signal: float, value: float) -> None:
        run = self._extend(at, signal, value, counts=signal > self.condition.begin)
        if run is not None and at - run.since >= self.condition.hold:
            self.episode, self.run = Episode(run.since, at, run.signal, run.value), None
            self.found.append(self.episode)

    def _look_for_end(self, episode: Episode, at: datetime, signal: float, value: float) -> None:
        if signal > episode.signal:
            episode.signal, episode.value = signal, value
        run = self._extend(at, signal, value, counts=signal <= self.condition.end)
        if run is not None and at - run.since >= self.condition.release:
            episode.ended_at, episode.end_confirmed_at = run.since, at
            self.episode = self.run = None


def resume(condition: Condition, known: Iterable[Episode], before: datetime) -> Track:
    """Where judging stood before a moment, by the episodes that were known. Then recall what is within its `memory`."""
    for episode in known:
        if episode.is_open(before):
            going_on = replace(episode, ended_at=None, end_confirmed_at=None)
            return Track(condition, going_on, found=[going_on])
    return Track(condition)


def affected(known: Iterable[Episode], since: datetime) -> list[Episode]:
    """The episodes that judging from a moment on finds again, or does not."""
    return [each for each in known if each.end_confirmed_at is None or each.end_confirmed_at >= since]


def silences(times: Iterable[datetime], *, since: datetime, lasting: timedelta, now: datetime) -> list[Episode]:
    """The pauses of at least so long between readings, in time order, beginning with that after `since`."""
    found, last = [], since
    for at in times:
        if at - last >= lasting:
            found.append(Episode(last, last + lasting, 0.0, 0.0, at, at))
        last = max(at, last)
    if now - last >= lasting:
        found.append(Episode(last, last + lasting, 0.0, 0.0))
    return found


def paired(known: Sequence[Episode], found: Sequence[Episode]) -> list[tuple[int | None, Episode | None]]:
    """Which known episode, by its place, each found one is: the first that overlaps it, each at most once.

    What was known and is found no more comes with None. Both are in time order and do not overlap among themselves.
    """
    left = deque(enumerate(known))
    pairs: list[tuple[int | None, Episode | None]] = []
    for episode in found:
        while left and not left[0][1].overlaps(episode) and left[0][1].began_at < episode.began_at:
            pairs.append((left.popleft()[0], None))
        if left and left[0][1].overlaps(episode):
            pairs.append((left.popleft()[0], episode))
        else:
            pairs.append((None, episode))
    return pairs + [(place, None) for place, _ in left]
