"""How long a consumer or a relay waits for more after a batch."""

import pytest

from amigok_chassis.pacing import LONGEST_REST, rest

FULL = 100


def test_an_event_alone_is_followed_at_once() -> None:
    assert rest(1, 0.05, full=FULL) == 0


def test_a_full_batch_is_followed_at_once() -> None:
    assert rest(FULL, 3.0, full=FULL) == 0


@pytest.mark.parametrize(("count", "rests"), [(2, 0.0098), (FULL // 2, 0.005), (FULL - 1, 0.0001)])
def test_the_rest_is_as_long_as_the_batch_took_and_shorter_the_fuller_it_was(count: int, rests: float) -> None:
    assert rest(count, 0.01, full=FULL) == pytest.approx(rests)


def test_no_rest_is_longer_than_the_longest() -> None:
    assert rest(2, 60.0, full=FULL) == LONGEST_REST
