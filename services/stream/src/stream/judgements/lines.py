"""How the readings of a sensor are taken by one thing that is judged: looked back at, then judged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from stream.alarms.judging import Condition, Episode, Run, Track, resume, silences

KEPT = 100
"""So many readings of a window are kept with a state. Where more matter, the window is read again."""


@dataclass
class Line:
    """Readings are judged from `feed_from` on. Those since `recall_from` were judged before, and still matter.

    Those since `start` are what later ones are compared to.
    """

    track: Track
    start: datetime
    recall_from: datetime
    feed_from: datetime

    def take(self, at: datetime, value: float) -> None:
        """Takes the next reading of the sensor, in time order."""
        if at >= self.feed_from:
            self.track.feed(at, value)
        elif at >= self.recall_from:
            self.track.recall(at, value)
        elif at >= self.start:
            self.track.prime(at, value)

    @property
    def found(self) -> Sequence[Episode]:
        return self.track.found

    @property
    def state(self) -> dict[str, Any] | None:
        """Where it stands, as JSON; None where nothing is wrong."""
        return _as_json(self.track)


@dataclass
class SilentLine:
    """Looks at the pauses between readings from `start` on, beginning with that after `since`."""

    start: datetime
    since: datetime
    lasting: timedelta
    now: datetime
    times: list[datetime] = field(default_factory=list)
    state: None = None

    @property
    def feed_from(self) -> datetime:
        return self.start

    def take(self, at: datetime, value: float) -> None:
        if at > self.since:
            self.times.append(at)

    @property
    def found(self) -> Sequence[Episode]:
        return silences(self.times, since=self.since, lasting=self.lasting, now=self.now)


def begin(condition: Condition, known: Sequence[Episode], since: datetime) -> Line:
    """Judges from a moment on, by what is known of the time before."""
    feed_from = max(since, condition.since)
    recall_from = max(condition.since, feed_from - condition.memory + condition.window)
    track = resume(condition, known, feed_from)
    return Line(track, max(condition.since, recall_from - condition.window), recall_from, feed_from)


def go_on(condition: Condition, state: dict[str, Any] | None, since: datetime) -> Line:
    """Judges from a moment on; all readings before it were judged, and left this state."""
    feed_from, track = max(since, condition.since), _from_json(condition, state)
    knows_window = state is None or state["recent"] is not None
    start = feed_from if knows_window else max(condition.since, feed_from - condition.window)
    return Line(track, start, feed_from, feed_from)


def _as_json(track: Track) -> dict[str, Any] | None:
    if track.run is None and track.episode is None and not track.recent:
        return None
    recent = [[at.isoformat(), value] for at, value in track.recent] if len(track.recent) <= KEPT else None
    return {
        "run": track.run and [track.run.since.isoformat(), track.run.signal, track.run.value],
        "last": track.last and track.last.isoformat(),
        "open": track.episode and _open(track.episode),
        "recent": recent,
    }


def _open(episode: Episode) -> list[Any]:
    return [episode.began_at.isoformat(), episode.confirmed_at.isoformat(), episode.signal, episode.value]


def _from_json(condition: Condition, state: dict[str, Any] | None) -> Track:
    track = Track(condition)
    if state is None:
        return track
    if state["run"]:
        since, *strongest = state["run"]
        track.run = Run(datetime.fromisoformat(since), *strongest)
    if state["open"]:
        began, confirmed, *strongest = state["open"]
        track.episode = Episode(datetime.fromisoformat(began), datetime.fromisoformat(confirmed), *strongest)
        track.found.append(track.episode)
    track.last = datetime.fromisoformat(state["last"]) if state["last"] else None
    track.recent.extend((datetime.fromisoformat(at), value) for at, value in state["recent"] or ())
    return track
