"""When something was wrong: against the plainest reading of the definition, in whatever order readings arrive."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stream.alarms.judging import Condition, Episode, Track, affected, paired, resume, silences
from stream.judgements.lines import begin, go_on

START = datetime(2026, 3, 1, tzinfo=UTC)
Reading = tuple[datetime, float]


def minute(number: float) -> datetime:
    return START + timedelta(minutes=number)


minutes = st.integers(0, 6).map(lambda number: timedelta(minutes=number))
above = st.builds(
    Condition,
    kind=st.just("above"),
    since=st.just(START),
    begin=st.just(8.0),
    end=st.sampled_from([8.0, 6.0]),
    hold=minutes,
    release=minutes,
    gap=st.integers(2, 20).map(lambda number: timedelta(minutes=number)),
)
moving = st.builds(
    Condition,
    kind=st.sampled_from(["rising", "falling"]),
    since=st.just(START),
    begin=st.just(2.0),
    end=st.sampled_from([2.0, 1.0]),
    hold=minutes,
    release=minutes,
    gap=st.integers(2, 20).map(lambda number: timedelta(minutes=number)),
    window=st.integers(1, 5).map(lambda number: timedelta(minutes=number)),
)
series = st.dictionaries(st.integers(0, 60), st.sampled_from([5.0, 6.0, 7.0, 9.0, 12.0]), max_size=40).map(
    lambda values: sorted((minute(at), value) for at, value in values.items())
)


def judged(condition: Condition, readings: Sequence[Reading]) -> list[Episode]:
    track = Track(condition)
    for at, value in readings:
        track.feed(at, value)
    return track.found


def times(episodes: Sequence[Episode]) -> list[tuple[datetime | None, ...]]:
    return [(each.began_at, each.confirmed_at, each.ended_at, each.end_confirmed_at) for each in episodes]


def runs(condition: Condition, signals: Sequence[Reading], first: int, *, wrong: bool) -> tuple[int, int] | None:
    """The first place at which a run from `first` on is long enough, and where that run began: tried one by one."""
    needed = condition.hold if wrong else condition.release
    for last in range(first, len(signals)):
        for start in range(first, last + 1):
            run = signals[start : last + 1]
            same = all((signal > condition.begin) if wrong else (signal <= condition.end) for _, signal in run)
            close = all(b - a <= condition.gap for (a, _), (b, _) in pairwise(run))
            if same and close and run[-1][0] - run[0][0] >= needed:
                return start, last
    return None


def signals_of(condition: Condition, readings: Sequence[Reading]) -> list[Reading]:
    if condition.kind == "above":
        return list(readings)
    sign = 1 if condition.kind == "rising" else -1
    return [
        (at, max(sign * (value - old) for then, old in readings if at - condition.window <= then <= at))
        for at, value in readings
    ]


def plainly(condition: Condition, readings: Sequence[Reading]) -> list[tuple[datetime | None, ...]]:
    found: list[tuple[datetime | None, ...]] = []
    signals, place = signals_of(condition, readings), 0
    while begun := runs(condition, signals, place, wrong=True):
        ended = runs(condition, signals, begun[1] + 1, wrong=False)
        began = signals[begun[0]][0], signals[begun[1]][0]
        if ended is None:
            return [*found, (*began, None, None)]
        found.append((*began, signals[ended[0]][0], signals[ended[1]][0]))
        place = ended[1] + 1
    return found


@given(above | moving, series)
@settings(max_examples=120, deadline=None)
def test_episodes_are_what_the_definition_says(condition: Condition, readings: list[Reading]) -> None:
    assert times(judged(condition, readings)) == plainly(condition, readings)


def rejudged(condition: Condition, known: list[Episode], readings: Sequence[Reading], since: datetime) -> list[Episode]:
    """What is known after judging again from a moment on, with no more than the memory that it says it needs."""
    track = resume(condition, known, since)
    for at, value in readings:
        if since - condition.memory <= at < since - condition.memory + condition.window:
            track.prime(at, value)
        elif since - condition.memory <= at < since:
            track.recall(at, value)
        elif at >= since:
            track.feed(at, value)
    old = affected(known, since)
    assert sorted(place for place, _ in paired(old, track.found) if place is not None) == list(range(len(old)))
    return [each for each in known if each not in old] + track.found


@given(above | moving, series, st.lists(st.integers(1, 5), min_size=40, max_size=40), st.randoms())
@settings(max_examples=120, deadline=None)
def test_any_order_of_arrival_leads_to_the_same_episodes(
    condition: Condition, readings: list[Reading], sizes: list[int], random: object
) -> None:
    waiting = list(readings)
    random.shuffle(waiting)  # type: ignore[attr-defined]
    stored: list[Reading] = []
    known: list[Episode] = []
    for size in sizes:
        arrived, waiting = waiting[:size], waiting[size:]
        if not arrived:
            break
        stored = sorted([*stored, *arrived])
        known = rejudged(condition, known, stored, min(arrived)[0])
    assert times(known) == times(judged(condition, stored))


@given(above, series, st.integers(0, 40))
def test_judging_goes_on_where_it_stopped(condition: Condition, readings: list[Reading], place: int) -> None:
    assert times(rejudged(condition, judged(condition, readings[:place]), readings, minute(0))) == times(
        judged(condition, readings)
    )


def test_an_episode_keeps_its_strongest_reading() -> None:
    condition = Condition("above", START, 8.0, 8.0, timedelta(minutes=1))
    [episode] = judged(condition, [(minute(0), 9.0), (minute(1), 12.0), (minute(2), 11.0), (minute(3), 4.0)])
    assert (episode.value, episode.ended_at) == (12.0, minute(3))


def test_a_long_pause_proves_nothing() -> None:
    condition = Condition("above", START, 8.0, 8.0, timedelta(minutes=30), gap=timedelta(minutes=20))
    assert judged(condition, [(minute(0), 9.0), (minute(40), 9.0)]) == []
    assert len(judged(condition, [(minute(0), 9.0), (minute(15), 9.0), (minute(30), 9.0)])) == 1


def test_a_silence_lasts_from_reading_to_reading() -> None:
    at = [minute(1), minute(2), minute(30), minute(31)]
    found = silences(at, since=minute(0), lasting=timedelta(minutes=20), now=minute(60))
    assert [(each.began_at, each.ended_at) for each in found] == [(minute(2), minute(30)), (minute(31), None)]


def test_what_is_found_again_keeps_its_place() -> None:
    known = [Episode(minute(0), minute(1), 0, 0, minute(5), minute(6)), Episode(minute(10), minute(11), 0, 0)]
    longer = replace(known[0], ended_at=minute(12), end_confirmed_at=minute(13))
    assert paired(known, [longer]) == [(0, longer), (1, None)]
    assert paired(known, known) == [(0, known[0]), (1, known[1])]
    between = Episode(minute(7), minute(8), 0, 0, minute(9), minute(9))
    assert paired(known, [between]) == [(0, None), (None, between), (1, None)]


@given(above | moving, series, st.lists(st.integers(1, 6), max_size=20))
@settings(deadline=None)
def test_a_state_says_all_that_is_needed_to_go_on(
    condition: Condition, readings: list[Reading], sizes: list[int]
) -> None:
    state, found, place = None, list[Episode](), 0
    for size in [*sizes, len(readings)]:
        batch, place = readings[place : place + size], place + size
        if batch:
            line = go_on(condition, state, batch[0][0])
            for at, value in batch:
                line.take(at, value)
            found = [each for each in found if each.end_confirmed_at is not None] + list(line.found)
            state = json.loads(json.dumps(line.state))
    assert times(found) == times(judged(condition, readings))


def test_a_window_of_many_readings_is_read_again() -> None:
    condition = Condition("rising", START, 150.0, 150.0, window=timedelta(hours=9))
    readings = [(minute(number), float(number)) for number in range(155)]
    first = begin(condition, [], START)
    for at, value in readings[:150]:
        first.take(at, value)
    assert first.state is not None
    assert first.state["recent"] is None
    line = go_on(condition, first.state, readings[150][0])
    for at, value in readings:
        if at >= line.start:
            line.take(at, value)
    assert times(line.found) == times(judged(condition, readings)) != []
