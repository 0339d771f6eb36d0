"""How long a consumer waits for more after a batch."""

import pytest

from amigok_chassis.consumer import BATCH, LONGEST_REST, rest


def test_an_event_alone_is_followed_at_once() -> None:
    assert rest(1, 0.05) == 0


def test_a_full_batch_is_followed_at_once() -> None:
    assert rest(BATCH, 3.0) == 0


@pytest.mark.parametrize(("count", "rests"), [(2, 0.0098), (BATCH // 2, 0.005), (BATCH - 1, 0.0001)])
def test_the_rest_is_as_long_as_the_batch_took_and_shorter_the_fuller_it_was(count: int, rests: float) -> None:
    assert rest(count, 0.01) == pytest.approx(rests)


def test_no_rest_is_longer_than_the_longest() -> None:
    assert rest(2, 60.0) == LONGEST_REST
