"""When a veterinarian is free, as pure rules: hours by the clock on the wall, absences, visits, the ways between."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis.places import Place
from care.bookings.slots import Visit, free, slots
from care.bookings.travel import Travel
from care.calendars.hours import DAY, Hours, windows
from care.calendars.spans import Span, merged, without

TRAVEL = Travel(kmh=60, minimum=timedelta(minutes=10))
STEP = timedelta(minutes=15)
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC"]


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def hours_of(span: Span) -> float:
    return (span.ends - span.begins) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "begins", "ends", "expected"),
    [
        (date(2026, 3, 29), 0, DAY, 23.0),  # the clocks skip 02:00-03:00
        (date(2026, 10, 25), 0, DAY, 25.0),  # they show 02:00-03:00 twice
        (date(2026, 10, 25), 120, 180, 2.0),
        (date(2026, 10, 25), 0, 120, 2.0),
        (date(2026, 3, 29), 90, 150, 0.5),
        (date(2026, 3, 29), 135, 210, 0.5),
        (date(2026, 6, 14), 480, 1020, 9.0),
    ],
)
def test_hours_on_nights_when_the_clocks_change_are_as_long_as_they_are(
    day: date, begins: int, ends: int, expected: float
) -> None:
    midnight = datetime.combine(day, time(), BERLIN).astimezone(UTC)
    within = Span(midnight - timedelta(days=1), midnight + timedelta(days=2))
    [window] = windows([Hours(day.isoweekday(), begins, ends)], BERLIN, within)
    assert hours_of(window) == expected


def test_hours_that_the_clocks_skip_are_none() -> None:
    within = Span(at(2026, 3, 28), at(2026, 3, 31))
    assert windows([Hours(7, 120, 180)], BERLIN, within) == []
    assert windows([Hours(7, 125, 140)], BERLIN, within) == []


def test_a_night_duty_of_two_days_is_one_window() -> None:
    within = Span(at(2026, 1, 5), at(2026, 1, 8))
    [window] = windows([Hours(1, 1320, DAY), Hours(2, 0, 360)], BERLIN, within)
    assert window == Span(at(2026, 1, 5, 21), at(2026, 1, 6, 5))


def test_the_way_takes_its_minimum_and_nothing_to_where_one_is() -> None:
    madrid, toledo = Place(40.4168, -3.7038), Place(39.8628, -4.0273)
    assert TRAVEL.between(madrid, madrid) == timedelta()
    assert TRAVEL.between(madrid, Place(40.4169, -3.7038)) == timedelta(minutes=10)
    assert TRAVEL.between(madrid, None) == timedelta(minutes=10)
    assert TRAVEL.between(madrid, toledo) == TRAVEL.between(toledo, madrid) == timedelta(minutes=68)
    assert Place(0, 0).km_to(Place(0, 180)) == pytest.approx(20015, abs=1)


moments = st.integers(0, 14 * 24 * 4).map(lambda quarters: at(2026, 3, 20) + quarters * STEP)
spans = st.tuples(moments, st.integers(1, 48)).map(lambda pair: Span(pair[0], pair[0] + pair[1] * STEP))
places = st.one_of(st.none(), st.builds(Place, st.floats(-60, 60), st.floats(-170, 170)))
hours = st.builds(
    lambda day, begins, length: Hours(day, begins, min(DAY, begins + length)),
    st.integers(1, 7),
    st.integers(0, DAY - 1),
    st.integers(1, 700),
)


@settings(max_examples=60)
@given(
    zone=st.sampled_from(ZONES),
    week=st.lists(hours, max_size=14),
    absences=st.lists(spans, max_size=5),
    visits=st.lists(st.builds(Visit, spans, places), max_size=6),
    here=places,
    minutes=st.integers(5, 240),
)
def test_a_free_slot_lies_in_working_hours_and_leaves_time_for_the_way(
    zone: str, week: list[Hours], absences: list[Span], visits: list[Visit], here: Place | None, minutes: int
) -> None:
    duration, known = timedelta(minutes=minutes), ZoneInfo(zone)
    within = Span(at(2026, 3, 20), at(2026, 4, 7))
    working = windows(week, known, within)
    left = free(working, absences=absences, visits=visits, at=here, travel=TRAVEL)
    found = list(slots(left, duration=duration, step=STEP))
    for slot in found:
        assert slot.ends - slot.begins == duration
        assert any(window.contains(slot) for window in working)
        assert all(
            _works(slot.begins + n * timedelta(minutes=1), known, week) for n in {*range(0, minutes, 15), minutes - 1}
        )
        assert not any(slot.overlaps(absence) for absence in absences)
        for visit in visits:
            way = TRAVEL.between(visit.place, here)
            assert slot.begins >= visit.during.ends + way or slot.ends + way <= visit.during.begins
    assert len(found) == len(set(found))
    assert found == sorted(found)


def _works(moment: datetime, zone: ZoneInfo, week: list[Hours]) -> bool:
    """Whether somebody works in a minute, by what a clock on the wall shows then."""
    wall = moment.astimezone(zone)
    minute = wall.hour * 60 + wall.minute
    return any(each.weekday == wall.isoweekday() and each.begins <= minute < each.ends for each in week)


@settings(max_examples=60)
@given(week=st.lists(hours, max_size=10), zone=st.sampled_from(ZONES))
def test_every_minute_that_the_clock_on_the_wall_allows_is_working_time(week: list[Hours], zone: str) -> None:
    known, within = ZoneInfo(zone), Span(at(2026, 3, 28), at(2026, 3, 30))
    working = windows(week, known, within)
    for minute in range(0, 2 * DAY, 7):
        moment = within.begins + timedelta(minutes=minute)
        instant = Span(moment, moment + timedelta(seconds=1))
        assert any(window.contains(instant) for window in working) == _works(moment, known, week)


@settings(max_examples=60)
@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_what_is_left_of_spans_is_theirs_and_of_no_other(given_spans: list[Span], taken: list[Span]) -> None:
    left = without(given_spans, taken)
    assert left == merged(left)
    for n in range(0, 14 * 24 * 4, 3):
        quarter = Span(at(2026, 3, 20) + n * STEP, at(2026, 3, 20) + (n + 1) * STEP)
        was_there = any(span.contains(quarter) for span in given_spans)
        is_taken = any(span.overlaps(quarter) for span in taken)
        assert any(span.contains(quarter) for span in left) == (was_there and not is_taken)
