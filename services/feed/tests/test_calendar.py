"""When periods begin and end, which meals they have, and what each costs."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.periods.calendar import (
    Cycle,
    add_months,
    boundary,
    local,
    moment,
    period_at,
    planned,
    planned_on,
    split,
    zone,
)

MADRID = ZoneInfo("Europe/Madrid")
ZONES = ["Europe/Madrid", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]

FIRST, LAST = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2020, 2033))

anchors = st.integers(FIRST, LAST).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
cycles = st.sampled_from(["daily", "weekly", "monthly"])
zones = st.sampled_from(ZONES).map(ZoneInfo)
times_of_day = st.lists(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)), min_size=1, max_size=4, unique=True
)


@pytest.mark.parametrize(
    ("start", "months", "ends"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 2, date(2027, 3, 31)),
        (date(2027, 1, 31), 3, date(2027, 4, 30)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, date(2028, 3, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(start: date, months: int, ends: date) -> None:
    assert add_months(start, months) == ends


@pytest.mark.parametrize(
    ("anchor", "cycle", "ends"),
    [
        ("2027-01-31 12:00", "monthly", "2027-02-28 12:00"),
        ("2028-02-29 12:00", "monthly", "2028-03-29 12:00"),
        ("2026-11-30 12:00", "monthly", "2026-12-30 12:00"),
        ("2027-03-27 02:30", "daily", "2027-03-28 03:00"),  # the clock skips 02:30: it is the moment of the jump
        ("2027-03-28 12:00", "daily", "2027-03-29 12:00"),
        ("2027-10-30 02:30", "daily", "2027-10-31 02:30"),  # 02:30 occurs twice: it is the first time
        ("2027-10-30 12:00", "daily", "2027-10-31 12:00"),
        ("2027-10-28 12:00", "weekly", "2027-11-04 12:00"),
    ],
)
def test_a_period_ends_at_the_same_local_time(anchor: str, cycle: Cycle, ends: str) -> None:
    start = moment(datetime.fromisoformat(anchor), MADRID)
    assert local(boundary(start, cycle, 1, MADRID), MADRID) == datetime.fromisoformat(ends)


def test_a_day_has_all_its_meals_in_the_nights_in_which_the_clock_changes() -> None:
    times = [time(1), time(2, 30), time(3)]
    spring = [slot.due_at for slot in planned_on(date(2027, 3, 28), times, MADRID)]
    assert [f"{at:%H:%M}" for at in spring] == ["00:00", "01:00", "01:00"]
    autumn = [slot.due_at for slot in planned_on(date(2027, 10, 31), times, MADRID)]
    assert [f"{at:%H:%M}" for at in autumn] == ["23:00", "00:30", "02:00"]


@given(anchor=anchors, cycle=cycles, tz=zones)
def test_periods_follow_each_other_without_a_gap(anchor: datetime, cycle: Cycle, tz: ZoneInfo) -> None:
    begins = [boundary(anchor, cycle, number, tz) for number in range(15)]
    assert all(earlier < later for earlier, later in pairwise(begins))
    for number, (start, end) in enumerate(pairwise(begins)):
        assert period_at(anchor, cycle, start, tz) == number
        assert period_at(anchor, cycle, end - timedelta(microseconds=1), tz) == number


@given(anchor=anchors, cycle=cycles, tz=zones, times=times_of_day)
def test_every_meal_of_a_day_is_in_one_period_and_lies_within_it(
    anchor: datetime, cycle: Cycle, tz: ZoneInfo, times: list[time]
) -> None:
    shown = []
    for number in range(4):
        start, end = boundary(anchor, cycle, number, tz), boundary(anchor, cycle, number + 1, tz)
        slots = planned(anchor, cycle, number, times, tz)
        assert slots
        assert all(start <= slot.due_at <= end for slot in slots)
        assert all(earlier.due_at <= later.due_at for earlier, later in pairwise(slots))
        shown += [slot.local_day for slot in slots]
    whole = [day for day in set(shown) if min(shown) < day < max(shown)]
    assert all(shown.count(day) == len(times) for day in whole)


@given(total=st.integers(1, 10**9), parts=st.integers(1, 2000))
def test_a_price_is_split_over_meals_without_remainder(total: int, parts: int) -> None:
    shares = split(total, parts)
    assert (sum(shares), len(shares)) == (total, parts)
    assert max(shares) - min(shares) <= 1


def test_a_time_zone_that_nobody_knows_is_utc() -> None:
    assert zone("Nowhere/At all") == zone("../../etc/passwd") == ZoneInfo("UTC")
