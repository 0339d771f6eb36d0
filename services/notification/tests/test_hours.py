"""Times of day where somebody lives."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from notification.people.hours import after_quiet, next_time

MADRID = ZoneInfo("Europe/Madrid")
"""Clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 to 02:00 on 2026-10-25."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "awake"),
    [
        ("2026-03-28T20:59", "2026-03-28T20:59"),
        ("2026-03-28T21:00", "2026-03-29T05:30"),  # 22:00 to 07:30 is an hour shorter that night
        ("2026-03-29T05:29", "2026-03-29T05:30"),
        ("2026-03-29T05:30", "2026-03-29T05:30"),
        ("2026-10-24T20:00", "2026-10-25T06:30"),  # and an hour longer that night
        ("2026-10-25T06:30", "2026-10-25T06:30"),
    ],
)
def test_quiet_hours_over_midnight_end_at_their_time_of_day(moment: str, awake: str) -> None:
    assert after_quiet(at(moment), time(22), time(7, 30), MADRID) == at(awake)


def test_quiet_hours_of_an_afternoon_begin_and_end_on_one_day() -> None:
    assert after_quiet(at("2026-07-01T12:30"), time(14), time(16), MADRID) == at("2026-07-01T14:00")
    assert after_quiet(at("2026-07-01T14:00"), time(14), time(16), MADRID) == at("2026-07-01T14:00")


def test_quiet_hours_that_end_in_the_hour_that_a_night_skips_end() -> None:
    assert after_quiet(at("2026-03-29T00:30"), time(22), time(2, 30), MADRID) == at("2026-03-29T01:30")


@pytest.mark.parametrize("hour", range(24))
def test_a_daily_digest_comes_once_each_day_of_the_year(hour: int) -> None:
    moment, days = at("2026-01-01T00:00"), []
    while moment < at("2027-01-01T00:00"):
        moment = next_time(moment, hour, MADRID)
        days.append(moment.astimezone(MADRID).date())
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


def test_a_weekly_digest_comes_on_its_day() -> None:
    monday = next_time(at("2026-12-01T10:00"), 8, MADRID, weekday=0)
    assert monday == at("2026-12-07T07:00")
    assert next_time(monday, 8, MADRID, weekday=0) == at("2026-12-14T07:00")
