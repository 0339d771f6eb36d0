"""What marks come to, and what judges commit to. Pure."""

from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.judging import marks, order
from game.judging.commitments import digest

CONTEST = UUID("019586a3-c8d5-7ad4-8a4d-0f1c6a7e9b25")
NONCE = "ab" * 32

totals = st.lists(st.fractions(0, 100, max_denominator=30), min_size=5, max_size=9)


def test_marks_count_as_much_as_their_criteria_weigh() -> None:
    weights = {"coat": 50, "gait": 25, "health": 25}
    assert marks.total({"coat": 80, "gait": 60, "health": 100}, weights) == 80
    with pytest.raises(KeyError):
        marks.total({"coat": 80}, weights)


def test_one_judge_who_is_far_off_does_not_move_the_score_of_seven() -> None:
    fair = [Fraction(each) for each in (70, 72, 74, 76, 78, 80)]
    low, high = ([*fair, Fraction(extreme)] for extreme in (0, 100))
    assert marks.trimmed_mean(low, 1) == Fraction(70 + 72 + 74 + 76 + 78, 5)
    assert marks.trimmed_mean(high, 1) == Fraction(72 + 74 + 76 + 78 + 80, 5)
    with pytest.raises(ValueError, match="left"):
        marks.trimmed_mean([Fraction(1), Fraction(3)], 1)


@settings(max_examples=50, deadline=None)
@given(totals, st.integers(0, 2))
def test_a_trimmed_mean_lies_between_its_judges_in_whatever_order_they_come(found: list[Fraction], trim: int) -> None:
    mean = marks.trimmed_mean(found, trim)
    assert min(found) <= mean <= max(found)
    assert mean == marks.trimmed_mean(found[::-1], trim)


def test_who_lies_far_from_the_others_is_shown() -> None:
    told = {1: Fraction(70), 2: Fraction(72), 3: Fraction(71), 4: Fraction(40)}
    assert marks.outliers(told) == [4]
    assert marks.outliers({1: Fraction(70), 2: Fraction(10)}) == []


def test_a_commitment_is_to_these_marks_this_nonce_and_this_contest() -> None:
    sheet = {1: {"coat": 80, "gait": 60}, 2: {"coat": 5, "gait": 7}}
    other = {2: {"gait": 7, "coat": 5}, 1: {"gait": 60, "coat": 80}}
    assert digest(CONTEST, NONCE, sheet) == digest(CONTEST, NONCE, other)
    assert digest(CONTEST, NONCE, sheet) != digest(CONTEST, "cd" * 32, sheet)
    assert digest(CONTEST, NONCE, sheet) != digest(UUID(int=7), NONCE, sheet)
    assert digest(CONTEST, NONCE, sheet) != digest(CONTEST, NONCE, sheet | {1: {"coat": 81, "gait": 60}})


def test_anybody_can_make_a_commitment_with_sha256sum() -> None:
    r"""printf 'amigok.marks.1\n<contest>\n<nonce>\n{"1":{"coat":80}}' | sha256sum"""
    found = digest(CONTEST, NONCE, {1: {"coat": 80}})
    assert found == "5dc77692ce7076141f0afb04b6e9f9593a134746d41caacddcd97db53cc8b8c8"


def test_every_judge_sees_every_entry_once_in_an_order_of_their_own() -> None:
    numbers = range(1, 201)
    first, second = order.positions("aa", numbers), order.positions("bb", numbers)
    assert sorted(first) == sorted(first.values()) == list(numbers)
    assert first != second
    assert first == order.positions("aa", reversed(numbers))
