"""What needs no server: days of time zones, streaks, levels, pacing, conditions."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from game.deeds import conditions
from game.deeds.conditions import Condition, Facts
from game.players import days, levels
from game.players.handles import Handle, made_up
from game.seasons import calendar
from game.streaks import rules
from game.tasks import pacing

ZONES = (
    "Europe/Berlin",
    "America/Santiago",
    "America/Havana",
    "Asia/Tehran",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Asuncion",
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "UTC",
)
moments = st.integers(0, 25 * 366 * 86_400).map(
    lambda seconds: datetime(2010, 1, 1, tzinfo=UTC) + timedelta(0, seconds)
)
zones = st.sampled_from(ZONES)


@given(moments, zones)
@settings(max_examples=300, deadline=None)
def test_a_day_is_the_date_that_clocks_show_and_days_follow_each_other(at: datetime, zone: str) -> None:
    day = days.day_at(at, zone)
    assert day.starts_at <= at < day.ends_at
    assert day.local_day == at.astimezone(ZoneInfo(zone)).date()
    first, last = (each.astimezone(ZoneInfo(zone)) for each in (day.starts_at, day.ends_at - timedelta(seconds=1)))
    assert first.date() == last.date() == day.local_day
    before = days.day_at(day.starts_at - timedelta(seconds=1), zone)
    assert before.ends_at == day.starts_at
    assert before.local_day < day.local_day
    assert timedelta(hours=22) < day.length < timedelta(hours=26)


@pytest.mark.parametrize(
    ("zone", "day", "starts_at", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "2026-03-28T23:00Z", 23),
        ("Europe/Berlin", date(2026, 10, 25), "2026-10-24T22:00Z", 25),
        ("America/Santiago", date(2026, 9, 6), "2026-09-06T04:00Z", 23),  # its midnight does not exist
        ("America/Havana", date(2026, 11, 1), "2026-11-01T04:00Z", 25),  # its midnight comes twice
        ("Asia/Tehran", date(2021, 3, 22), "2021-03-21T20:30Z", 23),
        ("Africa/Cairo", date(2026, 4, 24), "2026-04-23T22:00Z", 23),
        ("Pacific/Kiritimati", date(2026, 1, 1), "2025-12-31T10:00Z", 24),
    ],
)
def test_a_day_begins_when_its_date_is_shown_first(zone: str, day: date, starts_at: str, hours: int) -> None:
    begun = datetime.fromisoformat(starts_at)
    found = days.day_at(begun, zone)
    assert (found.local_day, found.starts_at, found.length) == (day, begun, timedelta(hours=hours))


@given(moments, zones, st.lists(st.tuples(st.integers(1, 60), zones), max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_change_of_the_time_zone_wins_a_day(at: datetime, zone: str, moves: list[tuple[int, str]]) -> None:
    """However often somebody moves: no date twice, no two days at one time, hardly more days than have passed."""
    begun = at
    last = days.first(at, zone)
    seen = [last]
    for hours, moved in moves:
        at += timedelta(hours=hours)
        if at >= last.ends_at:
            day = days.following(last, at, moved)
            if day is None:
                assert days.wait(last, at, moved) > at
            else:
                last = day
                seen.append(day)
    assert len({day.local_day for day in seen}) == len(seen)
    for before, after in pairwise(seen):
        assert before.ends_at <= after.starts_at
        assert before.local_day < after.local_day
    assert len(seen) <= (at - begun) / timedelta(days=1) + 3


@given(st.sets(st.integers(1, 60)))
@settings(max_examples=100)
def test_a_streak_forgives_one_day_in_seven(kept: set[int]) -> None:
    run = rules.Run()
    for number in sorted(kept):
        run = rules.keep(rules.keep(run, number), number)
    assert run.longest <= len(kept)
    assert run.length <= run.longest
    if kept:
        assert run.kept_number == max(kept)
        assert rules.current(run, max(kept)) == run.length
        assert rules.current(run, max(kept) + 3) == 0


def test_a_second_missed_day_within_seven_ends_a_streak() -> None:
    def run(*kept: int) -> int:
        found = rules.Run()
        for number in kept:
            found = rules.keep(found, number)
        return found.length

    assert run(1, 2, 3) == 3
    assert run(1, 2, 4) == 3  # the third day is forgiven
    assert run(1, 2, 4, 6) == 1  # the fifth is not
    assert run(1, 2, 5) == 1  # two in a row are not
    assert run(1, 3, 4, 5, 6, 7, 8, 9, 11) == 9  # seven days later one is again


def test_levels_follow_from_experience_alone() -> None:
    for level in range(1, levels.HIGHEST + 1):
        assert levels.level_of(levels.needed(level)) == level
        assert level == 1 or levels.level_of(levels.needed(level) - 1) == level - 1
    assert levels.level_of(10**9) == levels.HIGHEST


def test_hands_are_not_faster_than_hands() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    pace = pacing.Pace()
    for _ in range(pacing.A_MINUTE):
        assert pacing.wait(pace, now) == 0
        pace = pacing.after(pace, now)
        assert pacing.wait(pace, now) > 0
        now += pacing.PAUSE
    assert pacing.wait(pace, now) == 20
    assert pacing.wait(pace, now + timedelta(seconds=20)) == 0


@given(st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_handles_that_are_made_up_are_handles(chance: object) -> None:
    TypeAdapter(Handle).validate_python(made_up(chance))  # type: ignore[arg-type]


@pytest.mark.parametrize("handle", ["a@b.de", "+49301234", "Anna 1", "me-12345", "me-123-45", "1me", "-me", "me--you"])
def test_a_handle_is_no_address_and_no_number_to_call(handle: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Handle).validate_python(handle)


@given(moments)
@settings(max_examples=100)
def test_seasons_follow_each_other(at: datetime) -> None:
    for season_at in (calendar.week_at, calendar.month_at):
        season = season_at(at)
        assert season.ends_at is not None
        assert season.starts_at <= at < season.ends_at
        following = season_at(season.ends_at)
        assert (following.starts_at, following.id == season.id) == (season.ends_at, False)
        assert season_at(season.starts_at).id == season.id


facts = st.builds(
    Facts,
    days=st.dictionaries(
        st.sampled_from(["feed", "clean"]),
        st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 1, 20)), st.integers(1, 9), max_size=9),
    ),
)


@given(facts, st.integers(1, 20))
@settings(max_examples=100)
def test_a_count_within_days_is_the_most_of_any_such_time(known: Facts, within: int) -> None:
    wanted = conditions.CountCondition(type="count", of=("feed", "clean"), at_least=1_000_000, within_days=within)
    held = [
        sum(
            n
            for counts in known.days.values()
            for day, n in counts.items()
            if timedelta() <= day - first < timedelta(within)
        )
        for first in (date(2025, 12, 1) + timedelta(each) for each in range(60))
    ]
    assert conditions.progress(wanted, known).have == max(held)


def test_conditions_are_checked_when_they_are_written() -> None:
    adapter: TypeAdapter[Condition] = TypeAdapter(Condition)
    both = {"type": "all", "of": [{"type": "level", "at_least": 2}, {"type": "streak", "at_least": 3}]}
    assert conditions.progress(adapter.validate_python(both), Facts(level=2, longest_streak=1)).have == 1
    either = adapter.validate_python({**both, "type": "any"})
    assert conditions.progress(either, Facts(level=1, longest_streak=3)).met
    for wrong in (
        {"type": "count", "of": ["money"], "at_least": 1},
        {"type": "count", "of": [], "at_least": 1},
        {"type": "count", "of": ["feed", "feed"], "at_least": 1},
        {"type": "level", "at_least": 0},
        {"type": "all", "of": [both]},
        {"type": "python", "of": "1"},
    ):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)
